-- Hundreds of suspended coroutines at a time.
local list = {}
for i = 1, 300 do
  list[i] = coroutine.wrap(function(a)
    local n = a
    while true do n = n + coroutine.yield(n) end
  end)
  list[i](i)
end
local sum = 0
for i = 1, 300 do sum = sum + list[i](1) end
print(sum) -- expect: 45450
