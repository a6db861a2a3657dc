-- expect: error not enough memory
local t = {}
local i = 1
while true do t[i] = true i = i * 1.001 + 1 end
