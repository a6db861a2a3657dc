-- A local begins after its statement; the new one hides the old until its block ends.
local x = 1
local x = x + 1
print(x) -- expect: 2
do
  local x = x * 10
  print(x) -- expect: 20
end
print(x) -- expect: 2
local function f(x) local x = x + 1 return x end
print(f(1), x) -- expect: 2\t2
for x = 7, 7 do print(x) local x = "body" print(x) end
-- expect: 7
-- expect: body
print(x) -- expect: 2
y = "global"
local y = y .. " kept local"
print(y, _G.y) -- expect: global kept local\tglobal
