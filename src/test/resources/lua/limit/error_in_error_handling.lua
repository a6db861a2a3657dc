-- A handler that fails, also by overflow, gives a fixed text.
print(xpcall(function() error("e") end, function() error("in handler") end)) -- expect: false\terror in error handling
print(xpcall(function() error("e") end, function(m) local x = nil; return x.y end))
-- expect: false\terror in error handling
local function recurse() return 1 + recurse() end
print(xpcall(recurse, function(m) return "handled: " .. m end))
-- expect: false\thandled: error_in_error_handling.lua:5: stack overflow
local function handler(m) return handler(m) .. "x" end
local ok, message = xpcall(function() error("e", 0) end, handler)
print(ok, type(message)) -- expect: false\tstring
