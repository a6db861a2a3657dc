-- Recursion and tail calls.
local function fib(n) if n < 2 then return n end return fib(n - 1) + fib(n - 2) end
print(fib(16)) -- expect: 987
local function loop(n, acc) if n == 0 then return acc end return loop(n - 1, acc + n) end
print(loop(10000, 0)) -- expect: 50005000
local function ack(m, n)
  if m == 0 then return n + 1 end
  if n == 0 then return ack(m - 1, 1) end
  return ack(m - 1, ack(m, n - 1))
end
print(ack(2, 3)) -- expect: 9
local function hanoi(n, a, b, c) if n == 0 then return 0 end return hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a) end
print(hanoi(8, "a", "b", "c")) -- expect: 255
