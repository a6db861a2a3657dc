-- Long chains of indexing, calls and methods in one expression.
local t = {}
t.t = t
t.f = function() return t end
function t:m() return self end
print(loadstring("local t = ... return t" .. (".t"):rep(1000))(t) == t) -- expect: true
print(loadstring("local t = ... return t" .. (".f()"):rep(1000))(t) == t) -- expect: true
print(loadstring("local t = ... return t" .. (":m()"):rep(1000))(t) == t) -- expect: true
print(loadstring("local t = ... return t" .. ("['t']"):rep(1000))(t) == t) -- expect: true
