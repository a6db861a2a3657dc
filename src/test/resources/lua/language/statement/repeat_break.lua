-- A break inside a repeat whose condition uses a captured local leaves the upvalue alone.
local kept
local rounds = 0
repeat
  local x = rounds
  kept = function() return x end
  rounds = rounds + 1
  if rounds == 2 then break end
until x == 10
print(rounds, kept()) -- expect: 2\t1
