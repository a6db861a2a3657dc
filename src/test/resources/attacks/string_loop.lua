-- expect: reset
local i = 0
while true do i = i + 1 local s = "x" .. i end
