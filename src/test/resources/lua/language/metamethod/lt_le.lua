-- __lt and __le order values of one type that share the handler; > and >= swap the operands.
local log
local mt = {}
mt.__lt = function(a, b) log = "lt " .. a.v .. b.v return a.v < b.v end
mt.__le = function(a, b) log = "le " .. a.v .. b.v return a.v <= b.v end
local one, two = setmetatable({ v = 1 }, mt), setmetatable({ v = 2 }, mt)
print(one < two, log) -- expect: true\tlt 12
print(one > two, log) -- expect: false\tlt 21
print(one <= two, log) -- expect: true\tle 12
print(one >= two, log) -- expect: false\tle 21
print(not (one < two), one < one, one <= one) -- expect: false\tfalse\ttrue
print(pcall(function() return one < 1 end)) -- expect: false\tlt_le.lua:12: attempt to compare table with number
print(pcall(function() return one < {} end)) -- expect: false\tlt_le.lua:13: attempt to compare two table values
print(pcall(function() return 1 <= one end)) -- expect: false\tlt_le.lua:14: attempt to compare number with table
local t = { two, one }
table.sort(t)
print(t[1].v, t[2].v) -- expect: 1\t2
