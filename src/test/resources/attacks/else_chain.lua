-- expect: prints false
local left = 10000
print((pcall(assert, load(function() left = left - 1 if left == 9999 then return "if x then " elseif left >= 0 then return "else if x then " end end))))
