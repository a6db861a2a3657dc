-- expect: error too many results
print(select("#", unpack({}, 1, 1e7)))
