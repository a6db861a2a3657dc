-- A chunk with hundreds of functions and upvalues among them.
local text = { "local t = {} local n = 0 " }
for i = 1, 300 do text[#text + 1] = "t[" .. i .. "] = function() n = n + " .. i .. " return n end " end
text[#text + 1] = "return t"
local t = loadstring(table.concat(text))()
print(t[1](), t[300](), t[2](), #t) -- expect: 1\t301\t303\t300
