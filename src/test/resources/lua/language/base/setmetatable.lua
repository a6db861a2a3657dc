-- setmetatable gives its table back; only tables take one.
local t = {}
print(setmetatable(t, nil) == t, setmetatable(t, {}) == t, type(getmetatable(t))) -- expect: true\ttrue\ttable
print(getmetatable(setmetatable(t, nil))) -- expect: nil
print(pcall(setmetatable, {})) -- expect: false\tbad argument #2 to '?' (nil or table expected)
print(pcall(setmetatable, {}, 1)) -- expect: false\tbad argument #2 to '?' (nil or table expected)
print(pcall(setmetatable, 1, {})) -- expect: false\tbad argument #1 to '?' (table expected, got number)
print(pcall(setmetatable, nil, {})) -- expect: false\tbad argument #1 to '?' (table expected, got nil)
print(pcall(setmetatable)) -- expect: false\tbad argument #1 to '?' (table expected, got no value)
print(pcall(getmetatable)) -- expect: false\tbad argument #1 to '?' (value expected)
print(getmetatable(nil), getmetatable(5), getmetatable({}), getmetatable(print)) -- expect: nil\tnil\tnil\tnil
