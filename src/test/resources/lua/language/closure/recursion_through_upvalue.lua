-- Two local functions that call one another need a forward declaration.
local even, odd
function even(n) if n == 0 then return true end return odd(n - 1) end
function odd(n) if n == 0 then return false end return even(n - 1) end
print(even(10), odd(10), even(7), odd(7)) -- expect: true\tfalse\tfalse\ttrue

local function fib(n) return n < 2 and n or fib(n - 1) + fib(n - 2) end
print(fib(15)) -- expect: 610
