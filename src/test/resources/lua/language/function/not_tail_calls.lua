-- In parentheses, with an operation, or followed by another value, a call is no tail call.
local function f(n) if n == 0 then return 1, 2, 3 end return (f(n - 1)) end
print(f(0)) -- expect: 1\t2\t3
print(f(1)) -- expect: 1
local function g(n) if n == 0 then return 0 end return 1 + g(n - 1) end
print(g(100)) -- expect: 100
local function h(n) if n == 0 then return 1, 2 end return h(n - 1), "x" end
print(h(1)) -- expect: 1\tx
print(pcall(function() local function r(n) return r(n + 1) + 1 end return r(1) end))
-- expect: false\tnot_tail_calls.lua:9: stack overflow
