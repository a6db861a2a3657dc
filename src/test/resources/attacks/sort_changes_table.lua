-- expect: prints sorted
local t = {}
for i = 1, 100 do t[i] = i * 7 % 13 end
pcall(table.sort, t, function(a, b) t[#t] = nil return a < b end)
print("sorted")
