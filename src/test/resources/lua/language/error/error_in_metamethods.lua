-- An error inside a handler carries the handler's position and leaves nothing half done.
local mt = {}
local t = setmetatable({ n = 1 }, mt)
mt.__index = function(_, k) error("no " .. k) end
mt.__newindex = function(_, k) error("cannot set " .. k, 2) end
mt.__add = function() error({ code = 5 }) end
mt.__call = function(_, x) return x.y.z end
mt.__tostring = function() error("no text", 0) end
mt.__eq = function() error("no equality", 0) end
mt.__lt = function() error("no order", 0) end
mt.__concat = function() error("no joining", 0) end
mt.__unm = function() error("no negation", 0) end
local u = setmetatable({}, mt)
print(pcall(function() return t.x end)) -- expect: false\terror_in_metamethods.lua:4: no x
print(pcall(function() t.x = 1 end)) -- expect: false\terror_in_metamethods.lua:15: cannot set x
print(select(2, pcall(function() return t + 1 end)).code) -- expect: 5
print(pcall(function() return t({}) end))
-- expect: false\terror_in_metamethods.lua:7: attempt to index field 'y' (a nil value)
print(pcall(tostring, t)) -- expect: false\tno text
print(pcall(function() return t == u end)) -- expect: false\tno equality
print(pcall(function() return t < u end)) -- expect: false\tno order
print(pcall(function() return t <= u end)) -- expect: false\tno order
print(pcall(function() return "a" .. "b" .. t end)) -- expect: false\tno joining
print(pcall(function() return -t end)) -- expect: false\tno negation
print(rawget(t, "x"), t.n) -- expect: nil\t1
