-- expect: error not enough memory
local s = string.rep("x", 4000)
print(select("#", s:byte(1, -1)))
