-- expect: reset
coroutine.wrap(function() while true do end end)()
