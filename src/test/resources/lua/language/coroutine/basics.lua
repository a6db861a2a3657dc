-- resume passes values in, yield passes values out, the first resume's values are the arguments.
local co = coroutine.create(function(a, b)
  print("start", a, b)
  local c = coroutine.yield(a + b)
  print("got", c)
  local d, e = coroutine.yield(c * 2)
  print("got", d, e)
  return "done", d
end)
print(coroutine.status(co)) -- expect: suspended
print(coroutine.resume(co, 1, 2))
-- expect: start\t1\t2
-- expect: true\t3
print(coroutine.status(co)) -- expect: suspended
print(coroutine.resume(co, 10))
-- expect: got\t10
-- expect: true\t20
print(coroutine.resume(co, "x", "y"))
-- expect: got\tx\ty
-- expect: true\tdone\tx
print(coroutine.status(co)) -- expect: dead
print(coroutine.resume(co)) -- expect: false\tcannot resume dead coroutine
