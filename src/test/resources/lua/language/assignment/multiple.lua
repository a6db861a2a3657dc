-- Values are all computed before any is assigned; missing ones are nil, extra ones are dropped.
local a, b = 1, 2
a, b = b, a
print(a, b) -- expect: 2\t1

local c, d, e = 1, 2
print(c, d, e) -- expect: 1\t2\tnil

local f = 1, 2
print(f) -- expect: 1

local t, i = {}, 1
i, t[i] = i + 1, 20
print(i, t[1], t[2]) -- expect: 2\t20\tnil

local x, y, z = (function() return 1, 2, 3 end)()
print(x, y, z) -- expect: 1\t2\t3
x, y, z = (function() return 1, 2, 3 end)(), 10
print(x, y, z) -- expect: 1\t10\tnil
x, y, z = 0, (function() return 1, 2, 3 end)()
print(x, y, z) -- expect: 0\t1\t2
