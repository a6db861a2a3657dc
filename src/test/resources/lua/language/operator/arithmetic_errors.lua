-- The message names the operand that is not a number, if it is a global, a field or an upvalue.
local t = {}
local up
print(pcall(function() return 1 + nil end))
-- expect: false\tarithmetic_errors.lua:4: attempt to perform arithmetic on a nil value
print(pcall(function() return nil .. "x" end))
-- expect: false\tarithmetic_errors.lua:6: attempt to concatenate a nil value
print(pcall(function() return undefined + 1 end))
-- expect: false\tarithmetic_errors.lua:8: attempt to perform arithmetic on global 'undefined' (a nil value)
print(pcall(function() return 1 - undefined end))
-- expect: false\tarithmetic_errors.lua:10: attempt to perform arithmetic on global 'undefined' (a nil value)
print(pcall(function() return t.field * 2 end))
-- expect: false\tarithmetic_errors.lua:12: attempt to perform arithmetic on field 'field' (a nil value)
print(pcall(function() return t.a.b + 1 end))
-- expect: false\tarithmetic_errors.lua:14: attempt to index field 'a' (a nil value)
print(pcall(function() return up / 2 end))
-- expect: false\tarithmetic_errors.lua:16: attempt to perform arithmetic on upvalue '?' (a nil value)
print(pcall(function() return -t end))
-- expect: false\tarithmetic_errors.lua:18: attempt to perform arithmetic on upvalue '?' (a table value)
print(pcall(function() return -undefined end))
-- expect: false\tarithmetic_errors.lua:20: attempt to perform arithmetic on global 'undefined' (a nil value)
print(pcall(function() return true + 1 end))
-- expect: false\tarithmetic_errors.lua:22: attempt to perform arithmetic on a boolean value
print(pcall(function() return 2 ^ print end))
-- expect: false\tarithmetic_errors.lua:24: attempt to perform arithmetic on global 'print' (a function value)
print(pcall(function() return t % 2 end))
-- expect: false\tarithmetic_errors.lua:26: attempt to perform arithmetic on upvalue '?' (a table value)
print(pcall(function() local a, b = 1, {} return a + b end))
-- expect: false\tarithmetic_errors.lua:28: attempt to perform arithmetic on a table value
print(pcall(function() local a, b = "x", {} return a + b end))
-- expect: false\tarithmetic_errors.lua:30: attempt to perform arithmetic on a string value
