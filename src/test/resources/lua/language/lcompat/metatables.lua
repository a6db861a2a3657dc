-- Metamethods that both dialects share.
local V = {}
V.__index = V
V.__add = function(a, b) return setmetatable({ x = a.x + b.x }, V) end
V.__eq = function(a, b) return a.x == b.x end
V.__lt = function(a, b) return a.x < b.x end
V.__le = function(a, b) return a.x <= b.x end
V.__call = function(self, y) return self.x + y end
V.__tostring = function(self) return "V" .. self.x end
V.__unm = function(a) return setmetatable({ x = -a.x }, V) end
V.__concat = function(a, b) return "cat" end
function V:get() return self.x end
local a, b = setmetatable({ x = 1 }, V), setmetatable({ x = 2 }, V)
print((a + b):get(), a == b, a < b, a <= b, a > b, a(10), tostring(a), (-b).x, a .. b, a .. "s")
-- expect: 3\tfalse\ttrue\ttrue\tfalse\t11\tV1\t-2\tcat\tcat
local log = {}
local p = setmetatable({}, { __index = function(_, k) return k .. "?" end, __newindex = function(t, k, v) rawset(t, k, v * 2) end })
p.y = 5
print(p.y, p.z, rawget(p, "z")) -- expect: 10\tz?\tnil
