-- expect: error not enough memory
local t = {}
for i = 1, 1e6 do t[i] = coroutine.create(function() end) end
