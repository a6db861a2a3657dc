-- expect: error string length overflow
local s = string.rep("a", 2000)
for i = 1, 100 do s = s:gsub("", "ab") end
