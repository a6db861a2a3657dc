-- expect: reset
local s = string.rep("x", 4000)
while true do print(s) end
