-- String functions with plain results.
print(("hello"):upper(), ("HeLLo"):lower(), ("abc"):reverse(), ("ab"):rep(3), #"four")
-- expect: HELLO\thello\tcba\tababab\t4
print(("hello"):sub(2, 4), ("hello"):sub(-3), ("hello"):byte(1, 3)) -- expect: ell\tllo\t104\t101\t108
print(string.char(72, 105), ("x"):rep(0) == "", ("a,b"):find(",", 1, true)) -- expect: Hi\ttrue\t2\t2
print("a" .. 1 .. "b", "z" > "a", "a" < "ab", "" == "") -- expect: a1b\ttrue\ttrue\ttrue
print(tostring(12), tostring(nil), tostring(true), tonumber("0x10"), tonumber("x"), tonumber("ff", 16))
-- expect: 12\tnil\ttrue\t16\tnil\t255
