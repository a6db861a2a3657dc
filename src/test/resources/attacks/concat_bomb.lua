-- expect: error string length overflow
local t = {}
local s = string.rep("x", 1000)
for i = 1, 200 do t[i] = s end
print(#table.concat(t, s))
