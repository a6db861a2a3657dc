local function make(d) if d == 0 then return {} end return {make(d - 1), make(d - 1)} end
local function count(t) if t[1] then return 1 + count(t[1]) + count(t[2]) end return 1 end
local s = 0
for _ = 1, 4 do s = s + count(make(10)) end
return s
