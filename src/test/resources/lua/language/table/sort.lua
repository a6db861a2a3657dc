-- sort in place, by < or a function.
local function sorted(t, f) table.sort(t, f) return table.concat(t, " ") end
print(sorted({ 3, 1, 2 }), sorted({}), sorted({ 1 }), sorted({ 2, 1 })) -- expect: 1 2 3\t\t1\t1 2
print(sorted({ "pear", "apple", "fig", "Zoo", "" })) -- expect:  Zoo apple fig pear
print(sorted({ 5, 2, 8, 1, 9, 3 }, function(a, b) return a > b end)) -- expect: 9 8 5 3 2 1
local t = {}
local seed = 7
for i = 1, 100 do seed = (seed * 73 + 41) % 1009 t[i] = seed end
table.sort(t)
for i = 2, #t do assert(t[i - 1] <= t[i]) end
print(t[1], t[50], t[100]) -- expect: 4\t537\t994
local r = {}
for i = 1, 50 do r[i] = { k = i % 5, i = i } end
table.sort(r, function(a, b) if a.k ~= b.k then return a.k < b.k end return a.i < b.i end)
print(r[1].k, r[1].i, r[10].i, r[11].k, r[50].k, r[50].i) -- expect: 0\t5\t50\t1\t4\t49
print(sorted({ 1, 1, 1, 1, 1 }), sorted({ 1, 2, 3, 4, 5, 6, 7 }), sorted({ 7, 6, 5, 4, 3, 2, 1 }))
-- expect: 1 1 1 1 1\t1 2 3 4 5 6 7\t1 2 3 4 5 6 7
