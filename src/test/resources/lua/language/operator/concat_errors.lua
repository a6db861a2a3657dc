-- Anything but a string or number needs a metamethod.
local t = {}
print(pcall(function() return "x" .. nil end))
-- expect: false\tconcat_errors.lua:3: attempt to concatenate a nil value
print(pcall(function() return {} .. "x" end))
-- expect: false\tconcat_errors.lua:5: attempt to concatenate a table value
print(pcall(function() return "x" .. true .. "y" end))
-- expect: false\tconcat_errors.lua:7: attempt to concatenate a boolean value
print(pcall(function() return print .. 1 end))
-- expect: false\tconcat_errors.lua:9: attempt to concatenate global 'print' (a function value)
print(pcall(function() return t.name .. "x" end))
-- expect: false\tconcat_errors.lua:11: attempt to concatenate field 'name' (a nil value)
print(pcall(function() return "a" .. "b" .. undefined end))
-- expect: false\tconcat_errors.lua:13: attempt to concatenate global 'undefined' (a nil value)
print(pcall(function() return undefined .. "a" .. "b" end))
-- expect: false\tconcat_errors.lua:15: attempt to concatenate global 'undefined' (a nil value)
print(pcall(function() return 1 .. {} end))
-- expect: false\tconcat_errors.lua:17: attempt to concatenate a table value
print(pcall(function() return {} .. {} end))
-- expect: false\tconcat_errors.lua:19: attempt to concatenate a table value
