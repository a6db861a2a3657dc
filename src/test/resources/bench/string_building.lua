local parts = {}
for i = 1, 3000 do parts[#parts + 1] = "item " .. i end
local s = ""
for i = 1, 200 do s = s .. parts[i] end
return #s + #table.concat(parts, ",", 1, 300)
