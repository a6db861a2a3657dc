-- expect: error not enough memory
local p = pipe.create()
local s = string.rep("x", 200)
while true do p:write(s) end
