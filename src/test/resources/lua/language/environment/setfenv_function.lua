-- Each Lua function has its own environment; globals are looked up there.
local function f() return x end
print(f(), getfenv(f) == _G) -- expect: nil\ttrue
print(setfenv(f, { x = 5 }) == f) -- expect: true
print(f(), getfenv(f).x, x) -- expect: 5\t5\tnil
local env = setmetatable({}, { __index = _G })
local g = setfenv(function() y = type(print) return y end, env)
print(g(), env.y, rawget(_G, "y")) -- expect: function\tfunction\tnil
print(pcall(setfenv(function() print("never") end, {})))
-- expect: false\tsetfenv_function.lua:9: attempt to call global 'print' (a nil value)
