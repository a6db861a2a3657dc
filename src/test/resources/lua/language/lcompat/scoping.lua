-- Shadowing, block locals, nested functions.
local x = 1
do local x = 2 print(x) end -- expect: 2
print(x) -- expect: 1
local function f() local x = x + 10 return function() x = x + 1 return x end end
local g = f()
print(g(), g(), x) -- expect: 12\t13\t1
for x = 5, 6 do local x = x * 2 print(x) end
-- expect: 10
-- expect: 12
print(x) -- expect: 1
y = "global"
local y = y .. " copy"
print(y, _G.y) -- expect: global copy\tglobal
