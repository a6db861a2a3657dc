-- expect: error in table for 'concat'
local t = {}
print(#table.concat(t, "x", -2^31, 2^31 - 1))
