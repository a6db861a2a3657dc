-- expect: prints false
local left = 10000
print((pcall(assert, load(function() left = left - 1 if left == 9999 then return "return " elseif left >= 0 then return "- " end end))))
