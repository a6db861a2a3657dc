-- Counters, shared variables, fresh variables in loops.
local function counter() local n = 0 return function() n = n + 1 return n end end
local a, b = counter(), counter()
print(a(), a(), b(), a()) -- expect: 1\t2\t1\t3
local fs = {}
for i = 1, 3 do local j = i * 10 fs[i] = function() j = j + i return j end end
print(fs[1](), fs[1](), fs[2](), fs[3]()) -- expect: 11\t12\t22\t33
local get, set
do local v = 1 get = function() return v end set = function(x) v = x end end
set(5)
print(get()) -- expect: 5
