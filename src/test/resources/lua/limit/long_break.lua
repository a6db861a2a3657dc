-- Jumps out of blocks with captured variables, over long code.
local body = ("x = x + 1 "):rep(500)
local f = loadstring([[
local x, fs = 0, {}
for i = 1, 3 do
  local y = i
  fs[i] = function() y = y + 1 return y end
  if i == 2 then break end
  ]] .. body .. [[
end
while true do
  local z = x
  fs[3] = function() return z end
  if x > 100 then break end
  ]] .. body .. [[
end
return x, fs[1](), fs[2](), fs[3]()]])
print(f()) -- expect: 500\t2\t3\t500
