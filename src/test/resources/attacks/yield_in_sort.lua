-- expect: prints attempt to yield
local co = coroutine.create(function() table.sort({3, 2, 1}, coroutine.yield) end)
print(coroutine.resume(co))
