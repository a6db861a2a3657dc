-- expect: reset
for i = 1, 1e6 do coroutine.wrap(function() end)() end
