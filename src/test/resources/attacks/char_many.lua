-- expect: error
print(string.char(unpack({}, 1, 1e8)))
