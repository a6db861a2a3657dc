-- The body runs at least once, and the condition sees the body's locals.
local n = 0
repeat
  local done = n >= 2
  n = n + 1
until done
print(n) -- expect: 3

repeat print("once") until true -- expect: once

local fs = {}
repeat
  local x = #fs + 1
  fs[x] = function() return x end
until x == 3
print(fs[1](), fs[2](), fs[3]()) -- expect: 1\t2\t3
