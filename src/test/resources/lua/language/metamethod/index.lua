-- __index is asked for absent keys only: a function is called, anything else is indexed in turn.
local log = {}
local t = setmetatable({ here = 1 }, { __index = function(self, k) log[#log + 1] = k return k .. "!" end })
print(t.here, t.away, t[1], table.concat(log, " ")) -- expect: 1\taway!\t1!\taway 1
print(rawget(t, "away")) -- expect: nil

local base = { color = "red" }
local mid = setmetatable({ size = 5 }, { __index = base })
local top = setmetatable({}, { __index = mid })
print(top.color, top.size, top.none) -- expect: red\t5\tnil
base.color = "blue"
print(top.color) -- expect: blue
print(setmetatable({}, { __index = "text" }).len == string.len) -- expect: true
print(pcall(function() return setmetatable({}, { __index = 5 }).x end))
-- expect: false\tindex.lua:14: attempt to index a number value
print(pcall(function() return setmetatable({}, { __index = setmetatable({}, { __index = true }) }).x end))
-- expect: false\tindex.lua:16: attempt to index a boolean value
local n = setmetatable({}, { __index = function(t, k) return k, "dropped" end })
print(n.a, n[true]) -- expect: a\ttrue
