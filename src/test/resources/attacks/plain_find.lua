-- expect: prints done
local s = string.rep("a", 4000)
for i = 1, 3 do s:find(string.rep("a", 2000) .. "b", 1, true) end
print("done")
