-- expect: error invalid format
print(string.format("%" .. string.rep("-", 100) .. "d", 1))
