-- expect: prints done
pcall(function() for i = 1, 50 do file.putcontents("f" .. i, string.rep("x", 5000)) end end)
print("done")
