-- Calls and results with thousands of values.
local t = {}
for i = 1, 3000 do t[i] = i end
local function count(...) return select("#", ...) end
print(count(unpack(t))) -- expect: 3000
local function pass(...) return ... end
print(count(pass(unpack(t))), (select(3000, pass(unpack(t))))) -- expect: 3000\t3000
print(#{ unpack(t) }, #{ pass(unpack(t)) }) -- expect: 3000\t3000
local function old(...) return arg.n, arg[3000] end
print(old(unpack(t))) -- expect: 3000\t3000
print(pcall(count, unpack(t))) -- expect: true\t3000
print(math.max(unpack(t))) -- expect: 3000
print(#string.format(("%s"):rep(100), unpack(t, 1, 100))) -- expect: 192
print(coroutine.wrap(function(...) return count(coroutine.yield(count(...))) end)(unpack(t))) -- expect: 3000
