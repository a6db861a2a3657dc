-- # finds some border; which one follows from how the table was made.
print(#{ 1, nil, 3 }, #{ nil, nil, 3 }, #{ 1, nil }, #{ nil }, #{ 1, 2, nil, 4, nil }) -- expect: 3\t3\t1\t0\t2
print(#{ n = 1, nil }, #{ [1] = 1, [3] = 3 }, #{ [2] = 2 }) -- expect: 0\t1\t0
local t = { 1, 2, 3, 4, 5, 6, 7, 8 }
t[8] = nil
print(#t) -- expect: 7
t[4] = nil
print(#t) -- expect: 3
t[7] = nil
print(#t) -- expect: 3
local u = {}
u[1], u[2], u[4] = 1, 2, 4
print(#u) -- expect: 4
u[3] = 3
print(#u) -- expect: 4
local w = {}
for i = 1, 10 do w[i] = i end
w[5] = nil
print(#w) -- expect: 10
w[10], w[9] = nil, nil
print(#w) -- expect: 8
