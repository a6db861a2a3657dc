-- Each evaluation of a function expression makes a new function.
local function make() return function() end end
print(make() == make()) -- expect: false
local list = {}
for i = 1, 2 do list[i] = function() return 1 end end
print(list[1] == list[2], list[1]() == list[2]()) -- expect: false\ttrue
local t = { [make] = "found" }
print(t[make], t[list[1]]) -- expect: found\tnil
