-- expect: prints false
local left = 1e5
print((pcall(assert, load(function() left = left - 1 if left == 99999 then return "return [[" elseif left > 0 then return "xxxxxxxxxxxxxxxx" end end))))
