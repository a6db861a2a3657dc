-- The loop variable is a fresh local of each round; assigning to it does not change the loop.
local fs = {}
for i = 1, 3 do
  fs[i] = function() i = i + 10 return i end
end
print(fs[1](), fs[1](), fs[2](), fs[3]()) -- expect: 11\t21\t12\t13

for i = 1, 3 do
  local old = i
  i = i * 100
  print(old, i)
  -- expect: 1\t100
  -- expect: 2\t200
  -- expect: 3\t300
end

local i = "outer"
for i = 1, 1 do print(i) end -- expect: 1
print(i) -- expect: outer
