-- __tostring serves tostring and print; print wants a string or number from it, tostring takes anything.
local t = setmetatable({ name = "T" }, { __tostring = function(self) return "<" .. self.name .. ">" end })
print(t, tostring(t)) -- expect: <T>\t<T>
print(pcall(function() return "x" .. t end))
-- expect: false\ttostring.lua:4: attempt to concatenate upvalue '?' (a table value)
print(tostring(setmetatable({}, { __tostring = function() return 5 end }))) -- expect: 5
print(pcall(print, setmetatable({}, { __tostring = function() return {} end })))
-- expect: false\t'tostring' must return a string to 'print'
print(pcall(tostring, setmetatable({}, { __tostring = 1 }))) -- expect: false\tattempt to call a number value
print(tostring(setmetatable({}, { __tostring = function() return nil end }))) -- expect: nil
print(pcall(print, setmetatable({}, { __tostring = function() error("no text", 0) end }))) -- expect: false\tno text
local p = newproxy(true)
getmetatable(p).__tostring = function() return "proxy" end
print(p) -- expect: proxy
