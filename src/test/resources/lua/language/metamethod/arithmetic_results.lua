-- A handler gives any one value; errors in it pass through; handlers must be callable.
local V = {}
V.__index = V
local function vec(x, y) return setmetatable({ x = x, y = y }, V) end
function V.__add(a, b) return vec(a.x + b.x, a.y + b.y) end
function V.__mul(a, k) if type(a) == "number" then a, k = k, a end return vec(a.x * k, a.y * k) end
function V.__unm(a) return vec(-a.x, -a.y) end
local v = -(vec(1, 2) + 3 * vec(10, 20) * 2)
print(v.x, v.y) -- expect: -61\t-122
local t = setmetatable({}, { __add = function() return 1, 2, 3 end, __sub = function() end })
print(t + t, (t + 1), t - t) -- expect: 1\t1\tnil
print(pcall(function() return v + nil end)) -- expect: false\tarithmetic_results.lua:5: attempt to index a nil value
print(pcall(function() return setmetatable({}, { __add = 5 }) + 1 end))
-- expect: false\tarithmetic_results.lua:13: attempt to call a number value
print(pcall(function() return setmetatable({}, { __mul = {} }) * 1 end))
-- expect: false\tarithmetic_results.lua:15: attempt to call a table value
local callable = setmetatable({}, { __call = function(self, a, b) return "called" end })
print(setmetatable({}, { __div = callable }) / 1) -- expect: called
