-- debug.traceback puts a message in front; anything that is no string comes back as it is.
local function lines(s)
  local n = 0
  for line in s:gmatch("[^\n]+") do n = n + 1 if n <= 4 then print(line) end end
end
local function inner() lines(debug.traceback("message")) end
function outer() inner() return 1 end
outer()
-- expect: message
-- expect: stack traceback:
-- expect: \ttraceback.lua:6: in function '?'
-- expect: \ttraceback.lua:7: in function 'outer'
local function level(n) return (debug.traceback("level " .. n, n)) end
function caller(n) local s = level(n) return s end
lines(caller(1))
-- expect: level 1
-- expect: stack traceback:
-- expect: \ttraceback.lua:13: in function '?'
-- expect: \ttraceback.lua:14: in function 'caller'
lines(caller(2))
-- expect: level 2
-- expect: stack traceback:
-- expect: \ttraceback.lua:14: in function 'caller'
-- expect: \ttraceback.lua:20: in main chunk
local t = {}
print(debug.traceback(t) == t, debug.traceback(12):match("^12\n") ~= nil, debug.traceback(nil))
-- expect: true\ttrue\tnil
print(debug.traceback():match("^stack traceback:\n") ~= nil) -- expect: true
print(type(debug.getregistry()), type(debug.getstrings), debug.getinfo, debug.sethook)
-- expect: table\tfunction\tnil\tnil
