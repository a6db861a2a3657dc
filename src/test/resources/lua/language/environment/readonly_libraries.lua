-- Library tables lie in flash: nothing can be written to them, and their functions compare equal.
print(pcall(function() string.x = 1 end)) -- expect: false\treadonly_libraries.lua:2: table is readonly
print(pcall(function() string.len = nil end)) -- expect: false\treadonly_libraries.lua:3: table is readonly
print(pcall(rawset, math, "x", 1)) -- expect: false\ttable is readonly
print(pcall(function() table.insert(string, 1) end)) -- expect: false\ttable is readonly
print(type(string), string.len == ("x").len, math.floor == math.floor) -- expect: table\ttrue\ttrue
print(string.nothing, rawget(string, "len") == string.len) -- expect: nil\ttrue
print(next({}), type(next(math))) -- expect: nil\tstring
print(pcall(function() coroutine.x = coroutine.x end)) -- expect: false\treadonly_libraries.lua:9: table is readonly
