-- abs ceil floor max min pow sqrt pi huge.
print(math.abs(-5), math.abs(5), math.abs("-2"), math.abs(-0.5)) -- expect: 5\t5\t2\t0.5
print(math.ceil(3.2), math.ceil(-3.2), math.ceil(3), math.floor(3.8), math.floor(-3.8), math.floor(-3), math.floor("3.7"))
-- expect: 4\t-3\t3\t3\t-4\t-3\t3
print(math.floor(2 ^ 40 + 0.5), math.ceil(2 ^ 40 + 0.5), math.floor(1e300) == 1e300)
-- expect: 1099511627776\t1099511627777\ttrue
print(math.max(1, 5, 3), math.min(4, 2, 8), math.max(-1), math.max("10", 9), math.min(1, "0"))
-- expect: 5\t2\t-1\t10\t0
print(math.pow(2, 10), math.pow(2, 0.5), math.pow(-8, 2), math.sqrt(16), math.sqrt(2))
-- expect: 1024\t1.4142135623731\t64\t4\t1.4142135623731
print(math.pi, math.huge, -math.huge, math.huge == 1 / 0) -- expect: 3.1415926535898\tinf\t-inf\ttrue
print(pcall(math.abs)) -- expect: false\tbad argument #1 to '?' (number expected, got no value)
print(pcall(math.floor, {})) -- expect: false\tbad argument #1 to '?' (number expected, got table)
print(pcall(math.max)) -- expect: false\tbad argument #1 to '?' (number expected, got no value)
print(pcall(math.min, 1, nil)) -- expect: false\tbad argument #2 to '?' (number expected, got nil)
print(pcall(math.pow, 2)) -- expect: false\tbad argument #2 to '?' (number expected, got no value)
print(pcall(math.sqrt, "x")) -- expect: false\tbad argument #1 to '?' (number expected, got string)
print(pcall(function() math.max("a") end))
-- expect: false\tfunctions.lua:18: bad argument #1 to 'max' (number expected, got string)
