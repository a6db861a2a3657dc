-- expect: prints done
local kept
local p = newproxy(true)
getmetatable(p).__gc = function(o) kept = o end
p = nil
collectgarbage()
for i = 1, 50 do collectgarbage() end
print(type(kept), "done")
