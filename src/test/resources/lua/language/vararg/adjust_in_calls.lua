-- Adjusting values between calls, methods and constructors that end in varargs or calls.
local function show(...) return select("#", ...) .. ":" .. table.concat({ ... }, ",") end
local function two() return "x", "y" end
local o = { m = function(self, ...) return show(...) end }
local function f(...)
  print(show(...), show(..., "end"), show("start", ...), show((...)), show(two(), ...), show(..., two()))
  print(o:m(...), o:m(two()), o:m(two(), two()), o.m(...))
  print(#{ ..., two() }, #{ two(), ... }, #{ (two()), ... }, #{ [1] = "k", ... })
  return ...
end
print(show(f("a", "b", "c")))
-- expect: 3:a,b,c\t2:a,end\t4:start,a,b,c\t1:a\t4:x,a,b,c\t3:a,x,y
-- expect: 3:a,b,c\t2:x,y\t3:x,x,y\t2:b,c
-- expect: 3\t4\t4\t3
-- expect: 3:a,b,c
print(show(f("solo")))
-- expect: 1:solo\t2:solo,end\t2:start,solo\t1:solo\t2:x,solo\t3:solo,x,y
-- expect: 1:solo\t2:x,y\t3:x,x,y\t0:
-- expect: 3\t2\t2\t1
-- expect: 1:solo
print(show(f(two(), two())))
-- expect: 3:x,x,y\t2:x,end\t4:start,x,x,y\t1:x\t4:x,x,x,y\t3:x,x,y
-- expect: 3:x,x,y\t2:x,y\t3:x,x,y\t2:x,y
-- expect: 3\t4\t4\t3
-- expect: 3:x,x,y
