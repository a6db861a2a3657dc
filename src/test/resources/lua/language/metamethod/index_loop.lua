-- A chain of __index or __newindex that never ends is an error.
local a = setmetatable({}, {})
getmetatable(a).__index = a
print(pcall(function() return a.x end)) -- expect: false\tindex_loop.lua:4: loop in gettable
local b = setmetatable({}, {})
getmetatable(b).__newindex = b
print(pcall(function() b.x = 1 end)) -- expect: false\tindex_loop.lua:7: loop in settable
local t = {}
for i = 1, 99 do t = setmetatable({}, { __index = t }) end
print(t.x) -- expect: nil
for i = 1, 3 do t = setmetatable({}, { __index = t }) end
print(pcall(function() return t.x end)) -- expect: false\tindex_loop.lua:12: loop in gettable
