-- Replacement texts: %0 to %9, %%, a count limit.
print(("hello world"):gsub("o", "0"), ("hello"):gsub("l", "L", 1), ("hello"):gsub("x", "y"))
-- expect: hell0 w0rld\theLlo\thello\t0
print(("abc"):gsub("%w", "%0%0"), ("hello world"):gsub("(%w+) (%w+)", "%2 %1"), ("abc"):gsub("%w", "%%"))
-- expect: aabbcc\tworld hello\t%%%\t3
print(("abc"):gsub("", "-"), ("abc"):gsub("$", "!"), (""):gsub("", "x"), ("abc"):gsub("b*", "."))
-- expect: -a-b-c-\tabc!\tx\t.a..c.\t4
print(("abc"):gsub("%w", "%1"), ("abc"):gsub("b", "%0", 0), ("abc"):gsub(".", "x", -1), ("abc"):gsub(".", { }, 2))
-- expect: abc\tabc\tabc\tabc\t2
print(("a b c"):gsub(" ", ""), ("x"):gsub("x", "a\0b") == "a\0b", ("path/to"):gsub("/", "%%2f"))
-- expect: abc\ttrue\tpath%2fto\t1
print(("abc"):gsub("b", 12), ("a.b"):gsub("%.", "%%.")) -- expect: a12c\ta%.b\t1
print(pcall(string.gsub, "abc", "b", "%2")) -- expect: false\tinvalid capture index
print(pcall(string.gsub, "abc", "(b)", "%2")) -- expect: false\tinvalid capture index
print(pcall(string.gsub, "abc", "b"))
-- expect: false\tbad argument #3 to '?' (string/function/table/lightfunction expected)
print(pcall(string.gsub, "abc", "b", true))
-- expect: false\tbad argument #3 to '?' (string/function/table/lightfunction expected)
print(pcall(string.gsub, "abc", "b", nil))
-- expect: false\tbad argument #3 to '?' (string/function/table/lightfunction expected)
print(pcall(string.gsub, "abc")) -- expect: false\tbad argument #2 to '?' (string expected, got no value)
print(("abc"):gsub("b", "%x")) -- expect: axc\t1
