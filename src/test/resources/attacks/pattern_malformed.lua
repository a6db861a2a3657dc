-- expect: error malformed pattern
print(("x"):find("[" .. string.rep("a", 4000)))
