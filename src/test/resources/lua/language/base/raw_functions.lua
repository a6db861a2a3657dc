-- rawget, rawset, rawequal and their errors.
local t = { a = 1 }
print(rawget(t, "a"), rawget(t, "b"), rawset(t, "b", 2) == t, t.b) -- expect: 1\tnil\ttrue\t2
print(rawequal(t, t), rawequal(t, {}), rawequal("x", "x"), rawequal(1, "1")) -- expect: true\tfalse\ttrue\tfalse
print(pcall(rawget, 1, 1)) -- expect: false\tbad argument #1 to '?' (table expected, got number)
print(pcall(rawget, {})) -- expect: false\tbad argument #2 to '?' (value expected)
print(pcall(rawset, {}, 1)) -- expect: false\tbad argument #3 to '?' (value expected)
print(pcall(rawset, 1, 1, 1)) -- expect: false\tbad argument #1 to '?' (table expected, got number)
print(pcall(rawset, {}, nil, 1)) -- expect: false\ttable index is nil
print(pcall(rawset, {}, 0 / 0, 1)) -- expect: false\ttable index is NaN
print(pcall(rawequal, 1)) -- expect: false\tbad argument #2 to '?' (value expected)
print(pcall(rawequal)) -- expect: false\tbad argument #1 to '?' (value expected)
print(rawget(t, "a", "extra"), rawget({}, nil)) -- expect: 1\tnil
