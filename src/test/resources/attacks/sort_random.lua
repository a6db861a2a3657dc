-- expect: prints sorted
local t = {}
for i = 1, 300 do t[i] = i end
pcall(table.sort, t, function() return math.random(2) == 1 end)
print("sorted")
