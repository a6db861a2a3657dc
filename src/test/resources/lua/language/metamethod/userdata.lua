-- A proxy's metatable can be filled at any time and shared with newproxy(p).
local p = newproxy(true)
local mt = getmetatable(p)
mt.__index = function(_, k) return "got " .. k end
local stored = {}
mt.__newindex = function(_, k, v) stored[k] = v end
mt.__call = function(_, x) return "called " .. x end
mt.__add = function() return "sum" end
mt.__concat = function() return "joined" end
mt.__unm = function() return "negated" end
mt.__lt = function() return true end
p.a = 5
print(p.b, stored.a, p(1), p + 1, p .. "", -p, p < p) -- expect: got b\t5\tcalled 1\tsum\tjoined\tnegated\ttrue
local q = newproxy(p)
print(q.z, getmetatable(q) == mt, p == q, type(q)) -- expect: got z\ttrue\tfalse\tuserdata
print(getmetatable(newproxy()), getmetatable(newproxy(false))) -- expect: nil\tnil
print(pcall(function() return newproxy().x end)) -- expect: false\tuserdata.lua:17: attempt to index a userdata value
print(pcall(newproxy, 1)) -- expect: false\tbad argument #1 to '?' (boolean or proxy expected)
print(pcall(newproxy, {})) -- expect: false\tbad argument #1 to '?' (boolean or proxy expected)
