-- Elements move between hash and array part without being lost.
local t = {}
for i = 20, 1, -1 do t[i] = i end
local ok = true
for i = 1, 20 do ok = ok and t[i] == i end
print(ok, #t) -- expect: true\t20
t = {}
for i = 2, 33 do t[i] = i end
print(t[1], t[2], t[33]) -- expect: nil\t2\t33
t[1] = 1
print(#t, t[17]) -- expect: 33\t17
t = { [1] = "a", [2] = "b", [4] = "d" }
t[3] = "c"
print(#t, table.concat(t)) -- expect: 4\tabcd
t = { 1, 2, 3, nil, 5 }
t[6] = 6
print(t[5], t[6], next(t, 3)) -- expect: 5\t6\t5\t5
t = {}
t[2 ^ 31] = "a" t[2 ^ 32] = "b" t[-2 ^ 31] = "c" t[1e15] = "d"
print(t[2147483648], t[4294967296], t[-2147483648], t[1000000000000000], #t) -- expect: a\tb\tc\td\t0
t = {}
t[1.5] = 1 t[2 ^ 0.5] = 2 t[0] = 0 t[-1.5] = 3
print(t[3 / 2], t[2 ^ (1 / 2)], t[-0], t[-3 / 2]) -- expect: 1\t2\t0\t3
