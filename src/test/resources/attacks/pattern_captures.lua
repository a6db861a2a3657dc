-- expect: error too many captures
print(("x"):match(string.rep("()", 50)))
