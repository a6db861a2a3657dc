-- expect: reset
local s = string.rep("a", 200)
print(s:find(string.rep("a*", 30) .. "b"))
