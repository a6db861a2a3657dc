-- find without pattern items, with a start, and plain.
print(("hello world"):find("o"), ("hello world"):find("o", 6), ("hello world"):find("x")) -- expect: 5\t8\tnil
print(("hello"):find(""), ("hello"):find("", 6), ("hello"):find("", 10), (""):find("")) -- expect: 1\t6\t6\t1\t0
print(("hello"):find("l", -2), ("hello"):find("h", -100), ("hello"):find("lo", 4)) -- expect: 4\t1\t4\t5
print(("a.b"):find(".", 1, true), ("a.b"):find("%.", 1, true), ("a.b"):find("b", 1, true), ("a[b"):find("[", 1, true))
-- expect: 2\tnil\t3\t2\t2
print(("a\0b\0c"):find("\0", 3), ("a\0b"):find("\0b"), ("aXb"):find("X", 1, false)) -- expect: 4\t2\t2\t2
print(("abc"):find("abcd"), ("abcabd"):find("abd", 1, true)) -- expect: nil\t4\t6
print(pcall(string.find, "x")) -- expect: false\tbad argument #2 to '?' (string expected, got no value)
print(pcall(string.find, nil, "x")) -- expect: false\tbad argument #1 to '?' (string expected, got nil)
print(pcall(string.find, "x", "x", {})) -- expect: false\tbad argument #3 to '?' (number expected, got table)
