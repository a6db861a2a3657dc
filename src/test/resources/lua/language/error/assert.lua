-- assert gives all its arguments back or raises its message, which must be a string.
print(assert(1, 2, nil, 4)) -- expect: 1\t2\tnil\t4
print(assert("x"), (assert(true, "unused"))) -- expect: x\ttrue
print(pcall(assert, false)) -- expect: false\tassertion failed!
print(pcall(assert, nil, "message")) -- expect: false\tmessage
print(pcall(assert, false, 12)) -- expect: false\t12
print(pcall(assert)) -- expect: false\tbad argument #1 to '?' (value expected)
print(pcall(assert, false, {})) -- expect: false\tbad argument #2 to '?' (string expected, got table)
print(pcall(function() assert(false) end)) -- expect: false\tassert.lua:9: assertion failed!
print(pcall(function() assert(nil, "own message") end)) -- expect: false\tassert.lua:10: own message
print(pcall(function() assert(loadstring("x =")) end))
-- expect: false\tassert.lua:11: [string "x ="]:1: unexpected symbol near '<eof>'
