-- expect: error not enough memory
local function f() table.sort({1, 2, 3}, f) return true end
f()
