-- expect: reset
local function f() return loadstring("return (...)(...)")(f) end
local function g() return 1 + f() end
g()
