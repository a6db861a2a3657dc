-- expect: error string length overflow
print(#string.rep("x", 1e10))
