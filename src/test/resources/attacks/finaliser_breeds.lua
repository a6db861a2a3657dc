-- expect: prints done
local function breed() local p = newproxy(true) getmetatable(p).__gc = breed end
breed()
for i = 1, 200 do collectgarbage() end
print("done")
