-- unpack gives the elements from i to j.
print(unpack({ 1, 2, 3 })) -- expect: 1\t2\t3
print(unpack({ 1, 2, 3 }, 2)) -- expect: 2\t3
print(unpack({ 1, 2, 3 }, 2, 3)) -- expect: 2\t3
print(unpack({ 1, 2 }, 1, 4)) -- expect: 1\t2\tnil\tnil
print(unpack({}, -1, 1)) -- expect: nil\tnil\tnil
print(select("#", unpack({}, 5, 1)), select("#", unpack({}))) -- expect: 0\t0
print(unpack({ n = 3 })) -- expect:
print((unpack({ 7, 8 }))) -- expect: 7
print(pcall(unpack)) -- expect: false\tbad argument #1 to '?' (table expected, got no value)
print(pcall(unpack, "abc")) -- expect: false\tbad argument #1 to '?' (table expected, got string)
print(pcall(unpack, {}, "x")) -- expect: false\tbad argument #2 to '?' (number expected, got string)
print(pcall(unpack, {}, 1, 1e6)) -- expect: false\ttoo many results to unpack
print(pcall(function() unpack(nil) end))
-- expect: false\tunpack.lua:14: bad argument #1 to 'unpack' (table expected, got nil)
print(unpack(setmetatable({}, { __index = function(_, i) return i end }), 1, 3)) -- expect: nil\tnil\tnil
