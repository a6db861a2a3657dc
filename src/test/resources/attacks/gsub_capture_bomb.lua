-- expect: error string length overflow
local s = string.rep("a", 2000)
print(#s:gsub("(a+)", string.rep("%1", 1000)))
