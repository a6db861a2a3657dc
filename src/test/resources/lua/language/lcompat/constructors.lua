-- Constructors of all kinds.
local t = { 1, 2, x = 10, [3] = "three", ["key with space"] = true, { nested = "yes" } }
print(t[1], t[2], t.x, t["key with space"], t[3].nested) -- expect: 1\t2\t10\ttrue\tyes
local function f() return 7, 8 end
print(#{ f(), f() }, #{ f(), (f()) }, #{ (f()) }) -- expect: 3\t2\t1
local matrix = {}
for i = 1, 3 do matrix[i] = {} for j = 1, 3 do matrix[i][j] = i * j end end
print(matrix[2][3], matrix[3][3], #matrix) -- expect: 6\t9\t3
