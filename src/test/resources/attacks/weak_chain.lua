-- expect: prints done
local t = setmetatable({}, {__mode = "kv"})
for i = 1, 100 do t = setmetatable({t}, {__mode = "k"}) end
print("done")
