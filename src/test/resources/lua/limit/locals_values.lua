-- 50 locals keep their values.
local text = { "local v1" }
for i = 2, 50 do text[i] = ",v" .. i end
text[#text + 1] = "="
for i = 1, 50 do text[#text + 1] = i .. (i < 50 and "," or " ") end
text[#text + 1] = "return v1 + v25 + v50, v49, v50"
print(loadstring(table.concat(text))()) -- expect: 76\t49\t50
