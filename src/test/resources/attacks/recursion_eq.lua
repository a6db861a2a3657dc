-- expect: error C stack overflow
local m = {}
m.__eq = function(a, b) return a == b end
print(setmetatable({}, m) == setmetatable({}, m))
