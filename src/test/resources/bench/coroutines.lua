local co = coroutine.wrap(function(a) while true do a = coroutine.yield(a + 1) end end)
local n = 0
for _ = 1, 5000 do n = co(n) end
return n
