-- The last resume gives the function's results; wrap in a generic for stops at the first nil.
local co = coroutine.create(function() return 1, nil, 3 end)
print(coroutine.resume(co)) -- expect: true\t1\tnil\t3
print(coroutine.resume(co)) -- expect: false\tcannot resume dead coroutine
local co2 = coroutine.create(function() end)
print(coroutine.resume(co2)) -- expect: true
print(coroutine.resume(co2)) -- expect: false\tcannot resume dead coroutine
for v in coroutine.wrap(function() coroutine.yield("only") coroutine.yield(nil) error("never") end) do print(v) end
-- expect: only
local w = coroutine.wrap(function() return coroutine.wrap(function() return "inner" end) end)
print(w()()) -- expect: inner
