-- The mode counts at the time of the collection.
local mt = {}
local t = setmetatable({ {}, {} }, mt)
collectgarbage()
print(type(t[1]), type(t[2])) -- expect: table\ttable
mt.__mode = "v"
collectgarbage()
print(t[1], t[2]) -- expect: nil\tnil
mt.__mode = nil
t[1] = {}
collectgarbage()
print(type(t[1])) -- expect: table
mt.__mode = 5
collectgarbage()
print(type(t[1])) -- expect: table
