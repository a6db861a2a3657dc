-- expect: error
print(math.random(1, 1e300), math.random(-2^31, 2^31 - 1))
error("x")
