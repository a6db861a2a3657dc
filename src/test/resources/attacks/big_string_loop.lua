-- expect: reset
local s = string.rep("x", 4000)
while true do local t = s .. "y" end
