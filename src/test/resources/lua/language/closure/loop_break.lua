-- Leaving a loop by break closes the variables of its body.
local fs = {}
for i = 1, 5 do
  local x = i * i
  fs[i] = function() x = x + 1 return x end
  if i == 3 then break end
end
print(#fs, fs[1](), fs[2](), fs[3](), fs[3]()) -- expect: 3\t2\t5\t10\t11
local i = 0
while true do
  i = i + 1
  local y = i
  fs[i] = function() return y end
  if y >= 2 then break end
end
print(fs[1](), fs[2](), fs[3]()) -- expect: 1\t2\t12
