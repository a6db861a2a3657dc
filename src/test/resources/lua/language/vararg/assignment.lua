-- ... in assignments, constructors and conditions.
local function f(...)
  local a, b, c = ..., "x"
  print(a, b, c)
  a, b, c = "y", ...
  print(a, b, c)
  local t = { ..., n = select("#", ...), ... }
  print(#t, t.n)
  if ... then print("first is true") else print("first is false") end
  print((...), ... == 1, not ...)
  for i, v in ipairs({ ... }) do print(i, v) end
end
f(1, 2)
-- expect: 1\tx\tnil
-- expect: y\t1\t2
-- expect: 3\t2
-- expect: first is true
-- expect: 1\ttrue\tfalse
-- expect: 1\t1
-- expect: 2\t2
f()
-- expect: nil\tx\tnil
-- expect: y\tnil\tnil
-- expect: 0\t0
-- expect: first is false
-- expect: nil\tfalse\ttrue
