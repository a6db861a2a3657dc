-- A value with __call is called with itself in front.
local t = setmetatable({}, { __call = function(self, ...) return self, select("#", ...), ... end })
local self, n, a, b = t("a", nil)
print(self == t, n, a, b) -- expect: true\t2\ta\tnil
print((select(2, t()))) -- expect: 0
print(pcall(t, 1) == true) -- expect: true
local function args(...) return select("#", ...) end
print(args(t(1, 2))) -- expect: 4
local chain = setmetatable({}, { __call = setmetatable({}, { __call = function() return 1 end }) })
print(pcall(function() return chain() end)) -- expect: false\tcall.lua:10: attempt to call upvalue '?' (a table value)
print(pcall(function() return setmetatable({}, { __call = 5 })() end))
-- expect: false\tcall.lua:11: attempt to call a table value
local obj = { method = t }
print(select(2, obj:method("x")), select(4, obj:method("x"))) -- expect: 2\tx
local co = coroutine.wrap(function() return select(3, t("in coroutine")) end)
print(co()) -- expect: in coroutine
