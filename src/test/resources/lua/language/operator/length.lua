-- # counts bytes of strings and finds a border of tables.
print(#"", #"abc", #"a\0b", #"\n\\", #[[x]]) -- expect: 0\t3\t3\t2\t1
print(#{}, #{ 1, 2, 3 }, #{ n = 1 }, #{ [1] = 1, [2] = 2 }) -- expect: 0\t3\t0\t2
local t = {}
for i = 1, 100 do t[i] = i end
print(#t) -- expect: 100
t[100] = nil
print(#t) -- expect: 99
t[#t + 1] = "x"
print(#t, t[100]) -- expect: 100\tx
print(pcall(function() return #5 end)) -- expect: false\tlength.lua:11: attempt to get length of a number value
print(pcall(function() return #nil end)) -- expect: false\tlength.lua:12: attempt to get length of a nil value
print(pcall(function() return #print end))
-- expect: false\tlength.lua:13: attempt to get length of global 'print' (a function value)
print(pcall(function() return #undefined end))
-- expect: false\tlength.lua:15: attempt to get length of global 'undefined' (a nil value)
print(pcall(function() return #t.field end))
-- expect: false\tlength.lua:17: attempt to get length of field 'field' (a nil value)
