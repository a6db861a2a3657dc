-- Temporaries, calls and operators in one expression keep their order and values.
local log = {}
local function v(x) log[#log + 1] = tostring(x) return x end
local t = { f = function(self, ...) return select("#", ...) end, n = 3 }
print(v(1) + v(2) * v(3) ^ v(2) - v(4) / v(8) % v(5)) -- expect: 18.5
print(table.concat(log, " ")) -- expect: 1 2 3 2 4 8 5
log = {}
print(v("a") .. v("b") .. v(1) .. v("c"), #log, v(t):f(v(1), v(2)) + v(t).n) -- expect: ab1c\t4\t5
print(log[1] .. log[2] .. log[3], #log) -- expect: ab1\t8
local i = 0
local function inc() i = i + 1 return i end
print(inc() + inc() * 10, inc() - inc(), ({ inc(), inc(), k = inc() }).k, -inc() ^ 2) -- expect: 21\t-1\t7\t-64
print(({ 10, 20, 30 })[inc() - 6], (("x"):rep(inc())):len(), (function(...) return ... end)(inc(), inc()))
-- expect: 30\t10\t11\t12
