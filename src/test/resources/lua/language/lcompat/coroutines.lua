-- Coroutines: values in and out, status, errors, generators.
local co = coroutine.create(function(a, b)
  local c = coroutine.yield(a + b)
  local d = coroutine.yield(c * 2)
  return "end", d
end)
print(coroutine.resume(co, 1, 2)) -- expect: true\t3
print(coroutine.resume(co, 10)) -- expect: true\t20
print(coroutine.status(co)) -- expect: suspended
print(coroutine.resume(co, "x")) -- expect: true\tend\tx
print(coroutine.status(co), (coroutine.resume(co))) -- expect: dead\tfalse
local gen = coroutine.wrap(function() for i = 1, 3 do coroutine.yield(i) end end)
print(gen(), gen(), gen()) -- expect: 1\t2\t3
print((coroutine.resume(coroutine.create(function() error("broken", 0) end)))) -- expect: false
