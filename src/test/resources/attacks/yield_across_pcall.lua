-- expect: prints false
local co = coroutine.create(function() print(pcall(coroutine.yield, 1)) end)
coroutine.resume(co)
