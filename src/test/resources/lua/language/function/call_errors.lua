-- Calling what is not callable names the variable where it is known.
local t = {}
local up
print(pcall(function() undefined() end))
-- expect: false\tcall_errors.lua:4: attempt to call global 'undefined' (a nil value)
print(pcall(function() t.field() end))
-- expect: false\tcall_errors.lua:6: attempt to call field 'field' (a nil value)
print(pcall(function() t.a.b() end)) -- expect: false\tcall_errors.lua:8: attempt to index field 'a' (a nil value)
print(pcall(function() t:method() end))
-- expect: false\tcall_errors.lua:9: attempt to call method 'method' (a nil value)
print(pcall(function() up() end)) -- expect: false\tcall_errors.lua:11: attempt to call upvalue '?' (a nil value)
print(pcall(function() t[1]() end)) -- expect: false\tcall_errors.lua:12: attempt to call field '?' (a nil value)
print(pcall(function() local l; l() end)) -- expect: false\tcall_errors.lua:13: attempt to call a nil value
print(pcall(function() (5)() end)) -- expect: false\tcall_errors.lua:14: attempt to call a number value
print(pcall(function() ("x")() end)) -- expect: false\tcall_errors.lua:15: attempt to call a string value
print(pcall(function() return undefined() end))
-- expect: false\tcall_errors.lua:16: attempt to call global 'undefined' (a nil value)
print(pcall(function() return t.field() end))
-- expect: false\tcall_errors.lua:18: attempt to call field 'field' (a nil value)
print(pcall(nil)) -- expect: false\tattempt to call a nil value
print(pcall({})) -- expect: false\tattempt to call a table value
print(pcall(function() string.nothing() end))
-- expect: false\tcall_errors.lua:22: attempt to call field 'nothing' (a nil value)
