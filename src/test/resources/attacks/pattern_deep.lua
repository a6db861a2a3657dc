-- expect: error pattern too complex
print(string.rep("a", 1500):match(string.rep("a?", 1500)))
