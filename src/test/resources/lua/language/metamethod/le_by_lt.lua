-- Without __le, a <= b is not (b < a).
local mt = { __lt = function(a, b) return a.v < b.v end }
local one, two = setmetatable({ v = 1 }, mt), setmetatable({ v = 2 }, mt)
print(one <= two, two <= one, one <= one, one >= two) -- expect: true\tfalse\ttrue\tfalse
local odd = setmetatable({}, { __lt = function() return nil end })
print(odd <= odd, odd < odd) -- expect: true\tfalse
local only_le = setmetatable({}, { __le = function() return 0 end })
print(only_le <= only_le, only_le >= only_le) -- expect: true\ttrue
print(pcall(function() return only_le < only_le end))
-- expect: false\tle_by_lt.lua:9: attempt to compare two table values
print(pcall(function()
  local a = setmetatable({}, { __lt = function() return true end })
  return a <= setmetatable({}, { __lt = function() return true end })
end)) -- expect: false\tle_by_lt.lua:13: attempt to compare two table values
