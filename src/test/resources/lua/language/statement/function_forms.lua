-- function a.b.c:m() is an assignment with a hidden first parameter.
local t = { inner = { deep = {} } }
function t.plain(x) return x end
function t.inner.plain(x) return x * 2 end
function t.inner.deep:method(x) return self, x end
print(t.plain(1), t.inner.plain(2)) -- expect: 1\t4
local self, x = t.inner.deep:method(3)
print(self == t.inner.deep, x) -- expect: true\t3

function globalFunction(...) return select("#", ...) end
print(globalFunction(nil, nil)) -- expect: 2

local function named(n) return n <= 1 and 1 or n * named(n - 1) end
print(named(5)) -- expect: 120
local anonymous = function() return anonymous end
print(anonymous()) -- expect: nil
