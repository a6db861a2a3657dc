-- Table functions.
local t = { 3, 1, 2 }
table.sort(t)
print(table.concat(t, ","), #t) -- expect: 1,2,3\t3
table.insert(t, 4)
table.insert(t, 1, 0)
print(table.concat(t, ","), table.remove(t), table.remove(t, 1), table.concat(t, ","))
-- expect: 0,1,2,3,4\t4\t0\t1,2,3
table.sort(t, function(a, b) return a > b end)
print(table.concat(t, " ")) -- expect: 3 2 1
local words = { "pear", "fig", "apple" }
table.sort(words)
print(table.concat(words, " ")) -- expect: apple fig pear
print(#{}, #{ 1, 2, 3 }, next({}), #{ n = 1 }) -- expect: 0\t3\tnil\t0
