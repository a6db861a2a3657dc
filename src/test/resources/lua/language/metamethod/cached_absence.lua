-- A metamethod added after it was looked for in vain is found all the same.
local mt = {}
local a, b = setmetatable({}, mt), setmetatable({}, mt)
print(a == b, a.x, #a) -- expect: false\tnil\t0
mt.__eq = function() return true end
mt.__index = { x = 5 }
print(a == b, a.x) -- expect: true\t5
mt.__index = nil
mt.__eq = nil
print(a == b, a.x) -- expect: false\tnil
rawset(mt, "__index", function() return "raw" end)
print(a.x) -- expect: raw
local parent = setmetatable({}, { __index = { __index = { y = 1 } } })
print(setmetatable({}, parent).y) -- expect: nil
