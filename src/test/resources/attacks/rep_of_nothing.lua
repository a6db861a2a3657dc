-- expect: prints 0
print(#string.rep("", 2^31 - 1))
