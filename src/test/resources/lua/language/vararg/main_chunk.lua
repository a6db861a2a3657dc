-- The main chunk is a vararg function, so a loaded chunk gets its call's arguments.
print(select("#", ...)) -- expect: 0
local f = loadstring("local a, b = ... return b, a, select('#', ...)")
print(f(1, 2, 3)) -- expect: 2\t1\t3
print(f()) -- expect: nil\tnil\t0
print(type(loadstring("return ...")), loadstring("return ...")(7, 8)) -- expect: function\t7\t8
print(loadstring("return function() return ... end"))
-- expect: nil\t[string "return function() return ... end"]:1: cannot use '...' outside a vararg function near '...'
