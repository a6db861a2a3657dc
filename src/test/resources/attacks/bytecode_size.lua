-- expect: prints false
local d = string.dump(function() end)
print((pcall(assert, loadstring(d:sub(1, 12) .. "\255\255\255\127" .. d:sub(17)))))
