-- Tables that grow and shrink keep all they hold.
local t = {}
for i = 1, 300 do t[i] = i end
for i = 1, 300, 2 do t[i] = nil end
local n, sum = 0, 0
for k, v in pairs(t) do n = n + 1 sum = sum + v end
print(n, sum) -- expect: 150\t22650
for i = 1, 100 do t["s" .. i] = i end
for i = 2, 300, 2 do t[i] = nil end
for i = 1, 10 do t[-i] = i end
n, sum = 0, 0
for k, v in pairs(t) do n = n + 1 sum = sum + v end
print(n, sum, #t) -- expect: 110\t5105\t0
t[1] = 1
print(#t, t[1], t.s100, t[-10]) -- expect: 1\t1\t100\t10
