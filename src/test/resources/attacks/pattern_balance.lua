-- expect: reset
local s = string.rep("(", 4000)
for i = 1, 1e9 do s:find("%b()") end
