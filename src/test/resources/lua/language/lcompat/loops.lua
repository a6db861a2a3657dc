-- All loops.
for i = 1, 3 do print("for", i) end
-- expect: for\t1
-- expect: for\t2
-- expect: for\t3
for i = 3, 1, -1 do print("down", i) end
-- expect: down\t3
-- expect: down\t2
-- expect: down\t1
local i = 0
while i < 2 do i = i + 1 print("while", i) end
-- expect: while\t1
-- expect: while\t2
repeat local done = i == 0 i = i - 1 print("repeat", i) until done
-- expect: repeat\t1
-- expect: repeat\t0
-- expect: repeat\t-1
for k, v in ipairs({ "a", "b" }) do print(k, v) end
-- expect: 1\ta
-- expect: 2\tb
for k = 1, 10 do if k == 3 then break end print("break", k) end
-- expect: break\t1
-- expect: break\t2
