-- string.dump gives bytecode that loadstring takes back, without upvalues and environment.
local function add(a, b) return a + b end
local code = string.dump(add)
print(type(code), code:sub(1, 4) == "\27Lua") -- expect: string\ttrue
print(loadstring(code)(2, 3)) -- expect: 5
local n = 5
local function up() n = (n or 10) + 1 return n end
local copy = loadstring(string.dump(up))
print(copy(), copy(), up()) -- expect: 11\t12\t6
local nested = loadstring(string.dump(function(...) local t = { ... } return function() return #t, "k", 1.5, true, nil end end))
print(nested(1, 2, 3)()) -- expect: 3\tk\t1.5\ttrue\tnil
print(loadstring(string.dump(loadstring("return ...")))(7)) -- expect: 7
print(pcall(string.dump, type)) -- expect: false\tunable to dump given function
print(pcall(string.dump)) -- expect: false\tbad argument #1 to '?' (function expected, got no value)
print(pcall(string.dump, "x")) -- expect: false\tbad argument #1 to '?' (function expected, got string)
print(pcall(loadstring(string.dump(function() error("stripped") end)))) -- expect: false\tstripped
print(pcall(loadstring(string.dump(function() local x = nil; x.y = 1 end))))
-- expect: false\t?:0: attempt to index a nil value
