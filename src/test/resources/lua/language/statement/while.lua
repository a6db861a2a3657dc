-- The condition is checked before each round.
local n = 0
while n < 3 do
  n = n + 1
  print(n)
  -- expect: 1
  -- expect: 2
  -- expect: 3
end
while false do print("never") end
while true do
  n = n + 1
  if n == 5 then break end
end
print(n) -- expect: 5
while n do n = nil end
print(n) -- expect: nil
