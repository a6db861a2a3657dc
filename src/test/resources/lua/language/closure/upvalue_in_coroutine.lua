-- A variable captured from a coroutine's stack is shared while it lives there and afterwards.
local get, set
local co = coroutine.create(function()
  local x = 1
  get = function() return x end
  set = function(v) x = v end
  coroutine.yield()
  print("inside", x)
  x = "last"
end)
coroutine.resume(co)
print(get()) -- expect: 1
set(5)
coroutine.resume(co)
print(get(), coroutine.status(co))
-- expect: inside\t5
-- expect: last\tdead
set("after")
print(get()) -- expect: after
