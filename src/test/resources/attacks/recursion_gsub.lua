-- expect: error not enough memory
local function f() return ("x"):gsub(".", f) end
f()
