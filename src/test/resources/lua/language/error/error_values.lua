-- Any value can be thrown; strings get a position, other values stay as they are.
print(pcall(error, "text")) -- expect: false\ttext
print(pcall(function() error("text") end)) -- expect: false\terror_values.lua:3: text
print(pcall(function() error(12) end)) -- expect: false\terror_values.lua:4: 12
print(pcall(function() error(true) end)) -- expect: false\ttrue
print(pcall(function() error() end)) -- expect: false\tnil
print(pcall(function() error(nil) end)) -- expect: false\tnil
local t = {}
local ok, e = pcall(function() error(t) end)
print(ok, e == t) -- expect: false\ttrue
local f = function() end
print(select(2, pcall(error, f)) == f) -- expect: true
print(pcall(function() error("a", "b") end))
-- expect: false\terror_values.lua:13: bad argument #2 to 'error' (number expected, got string)
print(pcall(function() error(setmetatable({}, { __tostring = function() return "shown" end })) end))
-- expect: false\tshown
