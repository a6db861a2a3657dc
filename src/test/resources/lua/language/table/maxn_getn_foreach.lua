-- The old functions: maxn, getn, setn, foreach, foreachi.
print(table.maxn({}), table.maxn({ 1, 2, 3 }), table.maxn({ [10] = 1, [2.5] = 2, x = 1 }), table.maxn({ [-5] = 1 }))
-- expect: 0\t3\t10\t0
print(table.getn({ 1, 2, 3 }), table.getn({ n = 10 }), table.getn({})) -- expect: 3\t0\t0
print(pcall(table.setn, {}, 5)) -- expect: false\t'setn' is obsolete
print(pcall(table.getn, 5)) -- expect: false\tbad argument #1 to '?' (table expected, got number)
table.foreach({ "a", x = "b" }, print)
-- expect: 1\ta
-- expect: x\tb
print(table.foreach({ 5, 6, 7 }, function(k, v) if v == 6 then return k, "dropped" end end)) -- expect: 2
table.foreachi({ "a", "b", nil, "d" }, function(i, v) print(i, v) end)
-- expect: 1\ta
-- expect: 2\tb
-- expect: 3\tnil
-- expect: 4\td
print(table.foreachi({ 1, 2 }, function(i, v) if i == 2 then return "stop" end end)) -- expect: stop
print(pcall(table.foreach, {})) -- expect: false\tbad argument #2 to '?' (function expected, got no value)
print(pcall(table.foreachi, {}, 1)) -- expect: false\tbad argument #2 to '?' (function expected, got number)
print(pcall(table.maxn)) -- expect: false\tbad argument #1 to '?' (table expected, got no value)
