-- Indexing a value without fields names the variable where it is known.
local t = {}
local up
print(pcall(function() return undefined.x end))
-- expect: false\tindex_errors.lua:4: attempt to index global 'undefined' (a nil value)
print(pcall(function() undefined.x = 1 end))
-- expect: false\tindex_errors.lua:6: attempt to index global 'undefined' (a nil value)
print(pcall(function() return t.a.b end))
-- expect: false\tindex_errors.lua:8: attempt to index field 'a' (a nil value)
print(pcall(function() t.a.b = 1 end)) -- expect: false\tindex_errors.lua:10: attempt to index field 'a' (a nil value)
print(pcall(function() return t[1][2] end))
-- expect: false\tindex_errors.lua:11: attempt to index field '?' (a nil value)
print(pcall(function() local k = "key" return t[k].x end))
-- expect: false\tindex_errors.lua:13: attempt to index field '?' (a nil value)
print(pcall(function() return up.x end))
-- expect: false\tindex_errors.lua:15: attempt to index upvalue '?' (a nil value)
print(pcall(function() up.x = 1 end))
-- expect: false\tindex_errors.lua:17: attempt to index upvalue '?' (a nil value)
print(pcall(function() local l; return l.x end)) -- expect: false\tindex_errors.lua:19: attempt to index a nil value
print(pcall(function() local l = 5; l.x = 1 end))
-- expect: false\tindex_errors.lua:20: attempt to index a number value
print(pcall(function() return (1).x end)) -- expect: false\tindex_errors.lua:22: attempt to index a number value
print(pcall(function() return print.x end))
-- expect: false\tindex_errors.lua:23: attempt to index global 'print' (a function value)
print(pcall(function() print.x = 1 end))
-- expect: false\tindex_errors.lua:25: attempt to index global 'print' (a function value)
print(pcall(function() local s = "abc" s.x = 1 end))
-- expect: false\tindex_errors.lua:27: attempt to index a string value
print(pcall(function() return ("x").y.z end))
-- expect: false\tindex_errors.lua:29: attempt to index field 'y' (a nil value)
print(("x").y) -- expect: nil
