-- A local that is both assigned and used as a table or key in one statement keeps its old value for the use.
local a = {}
local b = a
a.x, a = 1, nil
print(b.x, a) -- expect: 1\tnil

local i = 1
local t = {}
t[i], i = "one", 2
print(t[1], t[2], i) -- expect: one\tnil\t2

local k, o = "p", {}
k, o[k], o.q = "r", 10, k
print(k, o.p, o.q, o.r) -- expect: r\t10\tp\tnil
