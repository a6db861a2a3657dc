-- Lists, a queue, a binary tree.
local list
for i = 1, 5 do list = { value = i, next = list } end
local out = {}
while list do out[#out + 1] = list.value list = list.next end
print(table.concat(out, " ")) -- expect: 5 4 3 2 1
local function insert(t, k) if not t then return { k = k } end if k < t.k then t.l = insert(t.l, k) else t.r = insert(t.r, k) end return t end
local function walk(t, f) if t then walk(t.l, f) f(t.k) walk(t.r, f) end end
local tree
for _, k in ipairs({ 5, 2, 8, 1, 9, 3 }) do tree = insert(tree, k) end
out = {}
walk(tree, function(k) out[#out + 1] = k end)
print(table.concat(out, " ")) -- expect: 1 2 3 5 8 9
local q = { first = 1, last = 0 }
for i = 1, 5 do q.last = q.last + 1 q[q.last] = i * i end
local s = 0
while q.first <= q.last do s = s + q[q.first] q[q.first] = nil q.first = q.first + 1 end
print(s, q[1], q.first) -- expect: 55\tnil\t6
