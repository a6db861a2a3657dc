-- expect: error attempt to compare
local t = {1, "x", {}, 2}
table.sort(t)
