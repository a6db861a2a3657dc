-- char, rep, reverse, len, lower, upper.
print(string.char(), string.char(72, 105), #string.char(0, 255), string.char("65")) -- expect: \tHi\t2\tA
print(pcall(string.char, 256)) -- expect: false\tbad argument #1 to '?' (invalid value)
print(pcall(string.char, -1)) -- expect: false\tbad argument #1 to '?' (invalid value)
print(pcall(string.char, 65, "x")) -- expect: false\tbad argument #2 to '?' (number expected, got string)
print(("ab"):rep(3), ("x"):rep(0) == "", ("x"):rep(-5) == "", (""):rep(100) == "", #("abc"):rep(1000), ("x"):rep(2, ","))
-- expect: ababab\ttrue\ttrue\ttrue\t3000\txx
print(("abc"):reverse(), (""):reverse() == "", ("a\0b"):reverse() == "b\0a") -- expect: cba\ttrue\ttrue
print(("a\0b"):len(), string.len(123), (""):len()) -- expect: 3\t3\t0
print(("MiXed 123 \196"):lower() == "mixed 123 \196", ("MiXed z"):upper(), string.upper(1e3))
-- expect: true\tMIXED Z\t1000
print(pcall(string.rep, "x")) -- expect: false\tbad argument #2 to '?' (number expected, got no value)
print(pcall(string.reverse)) -- expect: false\tbad argument #1 to '?' (string expected, got no value)
print(pcall(string.len, {})) -- expect: false\tbad argument #1 to '?' (string expected, got table)
print(pcall(string.upper, nil)) -- expect: false\tbad argument #1 to '?' (string expected, got nil)
