-- expect: error C stack overflow
local m = {}
m.__concat = function(a, b) return a .. b end
print(setmetatable({}, m) .. "x")
