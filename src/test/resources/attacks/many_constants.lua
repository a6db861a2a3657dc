-- expect: prints false
local left = 300000
print((pcall(assert, load(function() left = left - 1 if left >= 0 then return "x=" .. left .. " " end end))))
