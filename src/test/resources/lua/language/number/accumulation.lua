-- Loops with fractional steps end where rounding says.
local n = 0
for i = 0, 1, 0.1 do n = n + 1 end
print(n) -- expect: 11
n = 0
for i = 1, 0, -0.25 do n = n + 1 end
print(n) -- expect: 5
local s = 0
for i = 1, 10 do s = s + 0.1 end
print(s == 1, s) -- expect: false\t1
for i = 0.5, 2.5 do print(i) end
-- expect: 0.5
-- expect: 1.5
-- expect: 2.5
for i = 2 ^ 53, 2 ^ 53 + 2, 2 do print(i == 2 ^ 53, i) end
-- expect: true\t9.007199254741e+15
-- expect: false\t9.007199254741e+15
