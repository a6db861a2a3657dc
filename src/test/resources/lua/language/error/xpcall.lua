-- xpcall calls its handler where the error happened; the handler's one result is given back.
print(xpcall(function() return 1, 2 end, print)) -- expect: true\t1\t2
print(xpcall(function() error("e", 0) end, function(m) return "handled " .. m end)) -- expect: false\thandled e
print(xpcall(function() error("e", 0) end, function(m) return 1, 2, 3 end)) -- expect: false\t1
print(xpcall(function() error({}) end, type)) -- expect: false\ttable
print(xpcall(function() local x = nil; x() end, function(m) return m end))
-- expect: false\txpcall.lua:6: attempt to call a nil value
print(xpcall(function(...) return select("#", ...) end, print, 1, 2)) -- expect: true\t0
print(xpcall(nil, function(m) return "not called? " .. m end))
-- expect: false\tnot called? attempt to call a nil value
print(xpcall(function() error("e") end, function(m) error("again") end)) -- expect: false\terror in error handling
print(xpcall(function() error("e", 0) end, nil)) -- expect: false\terror in error handling
print(xpcall(function() error("e", 0) end, 5)) -- expect: false\terror in error handling
print(pcall(xpcall)) -- expect: false\tbad argument #2 to '?' (value expected)
print(pcall(xpcall, print)) -- expect: false\tbad argument #2 to '?' (value expected)
local where
xpcall(function() error("deep", 0) end, function() where = debug.traceback("at"):match("^at\n(stack traceback:)") end)
print(where) -- expect: stack traceback:
