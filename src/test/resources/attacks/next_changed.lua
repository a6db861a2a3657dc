-- expect: prints done
local t = {}
for i = 1, 100 do t["k" .. i] = i end
pcall(function() for k in pairs(t) do t[k] = nil t[k .. "x"] = 1 if #k > 20 then return end end end)
print("done")
