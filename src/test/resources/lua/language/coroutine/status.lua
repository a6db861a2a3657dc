-- suspended, running, normal, dead.
local co
co = coroutine.create(function()
  print(coroutine.status(co))
  local inner = coroutine.create(function() return coroutine.status(co) end)
  print(coroutine.resume(inner))
  print(coroutine.status(inner))
  coroutine.yield()
end)
print(coroutine.status(co)) -- expect: suspended
coroutine.resume(co)
print(coroutine.status(co))
-- expect: running
-- expect: true\tnormal
-- expect: dead
-- expect: suspended
coroutine.resume(co)
print(coroutine.status(co)) -- expect: dead
local failed = coroutine.create(function() error("x") end)
coroutine.resume(failed)
print(coroutine.status(failed)) -- expect: dead
print(pcall(coroutine.status, 1)) -- expect: false\tbad argument #1 to '?' (coroutine expected)
print(pcall(coroutine.status)) -- expect: false\tbad argument #1 to '?' (coroutine expected)
