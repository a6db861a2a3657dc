-- expect: error string length overflow
local s = string.rep("a", 1000)
print(#s:gsub("a", s))
