-- expect: prints done
local t = {}
for i = 0, 30 do t[2 ^ i] = true end
local n = #t
print("done")
