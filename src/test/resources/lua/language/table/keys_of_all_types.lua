-- Anything but nil and NaN is a key.
local k1, k2, f = {}, {}, function() end
local co = coroutine.create(f)
local p = newproxy()
local t = { [k1] = "table 1", [k2] = "table 2", [f] = "function", [co] = "thread", [p] = "userdata", [print] = "native" }
t[true], t[false], t[1.25] = "true", "false", "fraction"
print(t[k1], t[k2], t[f], t[co], t[p], t[print], t[true], t[false], t[1.25])
-- expect: table 1\ttable 2\tfunction\tthread\tuserdata\tnative\ttrue\tfalse\tfraction
print(t[{}], t[function() end], t[newproxy()]) -- expect: nil\tnil\tnil
t[k1] = nil
print(t[k1], t[k2]) -- expect: nil\ttable 2
local n = 0
for _ in pairs(t) do n = n + 1 end
print(n) -- expect: 8
