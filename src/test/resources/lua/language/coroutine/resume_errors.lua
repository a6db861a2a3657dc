-- What cannot be resumed gives false and a message.
local co
co = coroutine.create(function() return coroutine.resume(co) end)
print(coroutine.resume(co)) -- expect: true\tfalse\tcannot resume running coroutine
print(coroutine.resume(co)) -- expect: false\tcannot resume dead coroutine
local outer, inner
outer = coroutine.create(function() return coroutine.resume(inner) end)
inner = coroutine.create(function() return coroutine.resume(outer) end)
print(coroutine.resume(outer)) -- expect: true\ttrue\tfalse\tcannot resume normal coroutine
print(pcall(coroutine.resume)) -- expect: false\tbad argument #1 to '?' (coroutine expected)
print(pcall(coroutine.resume, 1)) -- expect: false\tbad argument #1 to '?' (coroutine expected)
print(pcall(coroutine.create)) -- expect: false\tbad argument #1 to '?' (Lua function expected)
print(pcall(coroutine.create, 1)) -- expect: false\tbad argument #1 to '?' (Lua function expected)
print(pcall(coroutine.create, print)) -- expect: false\tbad argument #1 to '?' (Lua function expected)
print(pcall(coroutine.wrap, print)) -- expect: false\tbad argument #1 to '?' (Lua function expected)
