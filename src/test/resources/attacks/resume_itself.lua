-- expect: prints cannot resume
local co
co = coroutine.create(function() print(coroutine.resume(co)) end)
coroutine.resume(co)
