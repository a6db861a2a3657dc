-- expect: error string length overflow
local s = string.rep("x", 4000)
print(#s:rep(1e6))
