-- expect: error invalid format
print(#string.format("%.1000000000f", 1))
