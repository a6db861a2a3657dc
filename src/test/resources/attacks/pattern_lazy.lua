-- expect: reset
local s = string.rep("a", 3000)
print(s:match(".-.-.-.-.-b"))
