-- expect: prints done
local n = 0
local function again() n = n + 1 if n < 1000 then node.task.post(again) else print("done") end end
again()
