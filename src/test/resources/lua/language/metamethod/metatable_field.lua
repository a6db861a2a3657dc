-- __metatable hides the metatable and forbids a change.
local t = setmetatable({}, { __metatable = "locked", __index = { x = 1 } })
print(getmetatable(t), t.x) -- expect: locked\t1
print(pcall(setmetatable, t, {})) -- expect: false\tcannot change a protected metatable
print(pcall(setmetatable, t, nil)) -- expect: false\tcannot change a protected metatable
local u = setmetatable({}, { __metatable = false })
print(getmetatable(u)) -- expect: false
print(pcall(setmetatable, u, nil)) -- expect: false\tcannot change a protected metatable
print(getmetatable("x").__index == string, getmetatable(1), getmetatable(nil), getmetatable(print))
-- expect: true\tnil\tnil\tnil
print(getmetatable(setmetatable({}, nil))) -- expect: nil
