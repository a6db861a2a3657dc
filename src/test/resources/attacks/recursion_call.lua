-- expect: error attempt to call
local t = setmetatable({}, {})
getmetatable(t).__call = t
t()
