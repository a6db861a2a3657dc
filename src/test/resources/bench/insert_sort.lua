local t, x = {}, 42
for _ = 1, 3000 do x = (x * 16807) % 2147483647 table.insert(t, x) end
table.sort(t)
table.sort(t, function(a, b) return a > b end)
return t[1]
