-- Start, limit and step are computed once; the limit is included.
for i = 1, 3 do print(i) end
-- expect: 1
-- expect: 2
-- expect: 3
for i = 3, 1 do print("never", i) end
for i = 5, 1, -2 do print(i) end
-- expect: 5
-- expect: 3
-- expect: 1
for i = 1, 2, 0.5 do print(i) end
-- expect: 1
-- expect: 1.5
-- expect: 2
for i = 1, 0.5 do print("never", i) end
for i = -1, -1 do print(i) end -- expect: -1

local function say(x)
  print("computed", x)
  return x
end
for i = say(1), say(4), say(3) do print("i", i) end
-- expect: computed\t1
-- expect: computed\t4
-- expect: computed\t3
-- expect: i\t1
-- expect: i\t4
