-- expect: prints done
local p = newproxy(true)
getmetatable(p).__gc = function() error("gc") end
p = nil
pcall(collectgarbage)
print("done")
