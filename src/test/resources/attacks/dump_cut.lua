-- expect: prints done
local d = string.dump(function(a) return a end)
for i = 1, #d - 1 do assert(not loadstring(d:sub(1, i)) or i == 0) end
print("done")
