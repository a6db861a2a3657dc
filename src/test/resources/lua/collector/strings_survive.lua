-- Strings come back equal, whether collected in between or not.
local t = {}
for i = 1, 50 do t["key" .. i] = i end
collectgarbage()
local sum = 0
for i = 1, 50 do sum = sum + t["key" .. i] end
print(sum) -- expect: 1275
for i = 1, 50 do t["key" .. i] = nil end
collectgarbage()
print(next(t), t["key" .. 25]) -- expect: nil\tnil
t["key" .. 25] = "again"
print(t.key25) -- expect: again
local n = 0
for _ in pairs(t) do n = n + 1 end
print(n) -- expect: 1
