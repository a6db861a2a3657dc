-- expect: prints nil
print(tonumber(string.rep("9", 4000) .. "x"))
