-- expect: reset
local t = {}
table.insert(t, -2^31, 1)
