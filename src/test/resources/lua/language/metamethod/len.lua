-- __len is asked for userdata, never for tables.
local t = setmetatable({ 1, 2 }, { __len = function() return 42 end })
print(#t) -- expect: 2
local p = newproxy(true)
getmetatable(p).__len = function(self, second) return rawequal(self, p) and 7, "dropped" end
print(#p) -- expect: 7
getmetatable(p).__len = function() return "any value" end
print(#p) -- expect: any value
print(pcall(function() return #newproxy() end)) -- expect: false\tlen.lua:9: attempt to get length of a userdata value
print(pcall(function() return #newproxy(true) end))
-- expect: false\tlen.lua:10: attempt to get length of a userdata value
