-- expect: reset
local x = 1
while x == 1 do x = 1 end
