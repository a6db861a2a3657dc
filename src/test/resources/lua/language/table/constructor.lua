-- Positional, named and computed fields, separators, nested constructors, trailing calls.
local t = { 1, 2; 3, x = 10, ["y z"] = 20, [100] = "hundred", [1 + 1] = "lost", }
print(t[1], t[2], t[3], t.x, t["y z"], t[100], #t) -- expect: 1\t2\t3\t10\t20\thundred\t3
print(#{}, #{ nil }, next({}), #{ { {} } }) -- expect: 0\t0\tnil\t1
local function f() return 7, 8, 9 end
local u = { f(), f() }
print(#u, u[1], u[2], u[4]) -- expect: 4\t7\t7\t9
u = { f(), (f()) }
print(#u) -- expect: 2
u = { f(), x = 1 }
print(#u, u[1], u.x) -- expect: 1\t7\t1
u = { x = 1, f() }
print(#u) -- expect: 3
u = { [1] = "a", "b" }
print(u[1], #u) -- expect: b\t1
u = { "a", [1] = "b" }
print(u[1]) -- expect: a
print(({ 10, 20 })[2], ({ n = 5 }).n, #{ n = 1, 2 }) -- expect: 20\t5\t1
