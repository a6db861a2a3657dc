-- Positions count from 1, or from the end when negative.
local s = "hello"
print(s:sub(2, 4), s:sub(2), s:sub(-3), s:sub(-3, -2), s:sub(0), s:sub(10) == "", s:sub(3, 2) == "")
-- expect: ell\tello\tllo\tll\thello\ttrue\ttrue
print(s:sub(-100, 2), s:sub(4, 100), s:sub(1.9, 3.9), s:sub("2", "3"), (""):sub(1) == "")
-- expect: he\tlo\thel\tel\ttrue
print(s:byte(), s:byte(2), s:byte(-1), s:byte(10), s:byte(1, 3)) -- expect: 104\t101\t111\tnil\t104\t101\t108
print(select("#", s:byte(10)), select("#", s:byte(3, 2)), select("#", (""):byte(1, -1))) -- expect: 0\t0\t0
print(("\0\255\128"):byte(1, -1)) -- expect: 0\t255\t128
print(s:sub(-2 ^ 31) == s, s:sub(1, 2 ^ 31 - 1) == s) -- expect: true\ttrue
print(pcall(string.sub)) -- expect: false\tbad argument #1 to '?' (string expected, got no value)
print(pcall(string.sub, "x")) -- expect: false\tbad argument #2 to '?' (number expected, got no value)
print(pcall(string.byte, "x", {})) -- expect: false\tbad argument #2 to '?' (number expected, got table)
print(#string.rep("x", 300):sub(2, 299)) -- expect: 298
