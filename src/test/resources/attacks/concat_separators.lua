-- expect: error string length overflow
local s = string.rep("x", 5000)
print(#table.concat({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, s))
