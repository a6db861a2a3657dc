-- unpack refuses more results than the stack may hold.
print(select("#", unpack({}, 1, 5000))) -- expect: 5000
print(select("#", unpack({}, 1, 7000))) -- expect: 7000
print(pcall(unpack, {}, 1, 8000)) -- expect: false\ttoo many results to unpack
print(pcall(unpack, {}, 1, 1e6)) -- expect: false\ttoo many results to unpack
print(pcall(string.byte, ("x"):rep(9000), 1, -1)) -- expect: false\tstack overflow (string slice too long)
print(select("#", ("x"):rep(7000):byte(1, -1))) -- expect: 7000
print(#string.char(("x"):rep(7000):byte(1, -1))) -- expect: 7000
