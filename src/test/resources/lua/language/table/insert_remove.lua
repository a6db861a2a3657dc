-- insert and remove shift elements.
local t = { 1, 2, 3 }
table.insert(t, 4)
table.insert(t, 1, 0)
table.insert(t, 3, "x")
print(table.concat(t, " ")) -- expect: 0 1 x 2 3 4
print(table.remove(t), table.remove(t, 1), table.remove(t, 2), table.concat(t, " ")) -- expect: 4\t0\tx\t1 2 3
print(table.remove({}), select("#", table.remove({})), table.remove({ 1, 2 }, 5), table.remove({ 1 }, 0))
-- expect: nil\t0\tnil
table.insert(t, 6, "far")
print(#t, t[6], table.maxn(t)) -- expect: 3\tfar\t6
table.insert(t, 2, "a")
print(t[1], t[2], t[3], t[4]) -- expect: 1\ta\t2\t3
print(table.insert(t, "returns")) -- expect:
print(pcall(table.insert, {})) -- expect: false\twrong number of arguments to 'insert'
print(pcall(table.insert, {}, 1, 2, 3)) -- expect: false\twrong number of arguments to 'insert'
print(pcall(table.insert, {}, "x", 1)) -- expect: false\tbad argument #2 to '?' (number expected, got string)
print(pcall(table.insert)) -- expect: false\tbad argument #1 to '?' (table expected, got no value)
print(pcall(table.insert, nil, 1)) -- expect: false\tbad argument #1 to '?' (table expected, got nil)
print(pcall(table.remove)) -- expect: false\tbad argument #1 to '?' (table expected, got no value)
print(pcall(table.remove, {}, "x")) -- expect: false\tbad argument #2 to '?' (number expected, got string)
