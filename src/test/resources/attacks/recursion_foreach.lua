-- expect: error not enough memory
local function f() table.foreach({1}, f) end
f()
