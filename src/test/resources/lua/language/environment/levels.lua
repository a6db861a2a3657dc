-- A level counts callers: 1 is the caller of getfenv or setfenv, 0 is the thread.
local function inner() return getfenv(2) end
local env = { getfenv = getfenv }
local outer = setfenv(function() local e = inner() return e end, env)
print(outer() == env, getfenv(1) == _G, getfenv() == _G, getfenv(0) == _G, getfenv(print) == _G)
-- expect: true\ttrue\ttrue\ttrue\ttrue
local function change() setfenv(2, { tag = "changed" }) end
print((function() change() return tag end)()) -- expect: changed
print(pcall(getfenv, -1)) -- expect: false\tbad argument #1 to '?' (level must be non-negative)
print(pcall(getfenv, 200)) -- expect: false\tbad argument #1 to '?' (invalid level)
print(pcall(getfenv, {})) -- expect: false\tbad argument #1 to '?' (number expected, got table)
print(pcall(function() getfenv(200) end))
-- expect: false\tlevels.lua:12: bad argument #1 to 'getfenv' (invalid level)
print(pcall(function() setfenv(type, {}) end))
-- expect: false\tlevels.lua:14: 'setfenv' cannot change environment of given object
print(pcall(function() setfenv(200, {}) end))
-- expect: false\tlevels.lua:16: bad argument #1 to 'setfenv' (invalid level)
print(pcall(function() setfenv(-1, {}) end))
-- expect: false\tlevels.lua:18: bad argument #1 to 'setfenv' (level must be non-negative)
print(pcall(function() setfenv(1) end))
-- expect: false\tlevels.lua:20: bad argument #2 to 'setfenv' (table expected, got no value)
print(pcall(function() setfenv(function() end, 1) end))
-- expect: false\tlevels.lua:22: bad argument #2 to 'setfenv' (table expected, got number)
