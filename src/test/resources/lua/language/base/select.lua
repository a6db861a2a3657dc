-- select counts values or gives those from an index on.
print(select("#"), select("#", nil), select("#", nil, nil, nil)) -- expect: 0\t1\t3
print(select(1, "a", "b", "c")) -- expect: a\tb\tc
print(select(3, "a", "b", "c")) -- expect: c
print(select(4, "a", "b", "c")) -- expect:
print(select(-1, "a", "b", "c")) -- expect: c
print(select(-3, "a", "b", "c")) -- expect: a\tb\tc
print((select(2, "a", "b", "c"))) -- expect: b
print(select("2", "a", "b"), select(1.9, "x", "y")) -- expect: b\tx\ty
print(pcall(select, 0, 1)) -- expect: false\tbad argument #1 to '?' (index out of range)
print(pcall(select, -2, 1)) -- expect: false\tbad argument #1 to '?' (index out of range)
print(pcall(select, "x")) -- expect: false\tbad argument #1 to '?' (number expected, got string)
print(pcall(select)) -- expect: false\tbad argument #1 to '?' (number expected, got no value)
print(pcall(function() select(0) end))
-- expect: false\tselect.lua:14: bad argument #1 to 'select' (index out of range)
