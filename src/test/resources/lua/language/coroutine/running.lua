-- running gives the coroutine, or nil in the main one.
print(coroutine.running()) -- expect: nil
print(select("#", coroutine.running())) -- expect: 1
local co
co = coroutine.create(function()
  print(coroutine.running() == co, type(coroutine.running()))
  local inner = coroutine.create(function() return coroutine.running() end)
  local ok, r = coroutine.resume(inner)
  print(r == inner)
end)
coroutine.resume(co)
print(type(co), tostring(co):match("^thread: ") ~= nil)
-- expect: true\tthread
-- expect: true
-- expect: thread\ttrue
