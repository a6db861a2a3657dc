-- tonumber with and without a base.
print(tonumber(5), tonumber("5"), tonumber("x"), tonumber(nil), tonumber({}), tonumber(true))
-- expect: 5\t5\tnil\tnil\tnil\tnil
print(tonumber("10", 2), tonumber("777", 8), tonumber("ff", 16), tonumber("FF", 16), tonumber("zz", 36), tonumber("Z", 36))
-- expect: 2\t511\t255\t255\t1295\t35
print(tonumber("12", 2), tonumber("8", 8), tonumber("g", 16), tonumber("", 16), tonumber(" 11 ", 2), tonumber("1 1", 2))
-- expect: nil\tnil\tnil\tnil\t3\tnil
print(tonumber("1e1", 10), tonumber("1e1", 16), tonumber("0x10", 16), tonumber("1.5", 10), tonumber("1.5", 8))
-- expect: 10\t481\t16\t1.5\tnil
print(tonumber(10, 16), tonumber(11, 2), tonumber("7fffffff", 16), tonumber("ffffffff", 16))
-- expect: 16\t3\t2147483647\t4294967295
print(pcall(tonumber)) -- expect: false\tbad argument #1 to '?' (value expected)
print(pcall(tonumber, "1", 1)) -- expect: false\tbad argument #2 to '?' (base out of range)
print(pcall(tonumber, "1", 37)) -- expect: false\tbad argument #2 to '?' (base out of range)
print(pcall(tonumber, {}, 16)) -- expect: false\tbad argument #1 to '?' (string expected, got table)
print(pcall(tonumber, "1", "x")) -- expect: false\tbad argument #2 to '?' (number expected, got string)
print(tonumber("5", nil)) -- expect: 5
