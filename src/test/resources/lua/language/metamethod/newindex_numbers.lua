-- __newindex also guards the array part, but only where a value is nil.
local hits = 0
local t = setmetatable({ 1, 2, 3 }, { __newindex = function(t, k, v) hits = hits + 1 rawset(t, k, v) end })
t[1] = 10
t[4] = 40
t[4] = 41
t[2] = nil
t[2] = 20
print(hits, t[1], t[2], t[4], #t) -- expect: 2\t10\t20\t41\t4
table.insert(t, 50)
print(hits, #t, t[5]) -- expect: 2\t5\t50
