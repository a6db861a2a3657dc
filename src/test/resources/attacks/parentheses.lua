-- expect: prints false
collectgarbage()
local left = 10000
print((pcall(assert, load(function() left = left - 1 if left >= 0 then return "(" end end))))
