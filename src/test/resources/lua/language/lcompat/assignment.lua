-- Multiple assignment and swaps.
local a, b, c = 1, 2
print(a, b, c) -- expect: 1\t2\tnil
a, b = b, a
print(a, b) -- expect: 2\t1
local t = { 1, 2, 3 }
local i = 1
i, t[i] = i + 1, 20
print(i, t[1], t[2]) -- expect: 2\t20\t2
local function two() return 1, 2 end
local x, y, z = two(), two()
print(x, y, z) -- expect: 1\t1\t2
