-- expect: reset
local n = 60
print(string.rep("a", n):match(string.rep("a?", n) .. string.rep("a", n + 1)))
