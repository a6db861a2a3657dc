-- __eq is asked for two different tables or userdata that share the handler; the result is made a boolean.
local calls = 0
local mt = { __eq = function(a, b) calls = calls + 1 return a.id == b.id and "yes" end }
local a, b, c = setmetatable({ id = 1 }, mt), setmetatable({ id = 1 }, mt), setmetatable({ id = 2 }, mt)
print(a == b, a ~= b, a == c, a ~= c, calls) -- expect: true\tfalse\tfalse\ttrue\t4
print(a == a, a == 1, a == "x", a == nil, a == {}, calls) -- expect: true\tfalse\tfalse\tfalse\tfalse\t4
local other = setmetatable({ id = 1 }, { __eq = mt.__eq })
print(a == other, calls) -- expect: true\t5
local foreign = setmetatable({ id = 1 }, { __eq = function() return true end })
print(a == foreign, foreign == a, calls) -- expect: false\tfalse\t5
print(rawequal(a, b), ({ [a] = true })[b]) -- expect: false\tnil
local p = newproxy(true)
getmetatable(p).__eq = function() return true end
print(p == newproxy(p), p == newproxy(true), p == a) -- expect: true\tfalse\tfalse
