-- load from a function that gives pieces.
local pieces, i = { "local a, b = ... ", "return a ", "+ b" }, 0
local f = load(function() i = i + 1 return pieces[i] end)
print(f(3, 4)) -- expect: 7
print((load(function() return nil end)) ~= nil) -- expect: true
local done = false
local g, message = load(function() if done then return nil end done = true return "x =" end)
print(g, type(message)) -- expect: nil\tstring
