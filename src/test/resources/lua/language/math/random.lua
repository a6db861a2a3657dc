-- Random numbers lie in their interval; a seed repeats its sequence.
math.randomseed(42)
local first = { math.random(), math.random(10), math.random(5, 7) }
math.randomseed(42)
print(first[1] == math.random(), first[2] == math.random(10), first[3] == math.random(5, 7))
-- expect: true\ttrue\ttrue
for i = 1, 200 do
  local f, n, m = math.random(), math.random(6), math.random(-3, 3)
  assert(f >= 0 and f < 1)
  assert(n >= 1 and n <= 6 and n == math.floor(n))
  assert(m >= -3 and m <= 3 and m == math.floor(m))
end
print(math.random(1), math.random(5, 5)) -- expect: 1\t5
print(pcall(math.random, 0)) -- expect: false\tbad argument #1 to '?' (interval is empty)
print(pcall(math.random, 5, 1)) -- expect: false\tbad argument #2 to '?' (interval is empty)
print(pcall(math.random, 1, 2, 3)) -- expect: false\twrong number of arguments
print(pcall(math.random, "x")) -- expect: false\tbad argument #1 to '?' (number expected, got string)
print(pcall(math.randomseed)) -- expect: false\tbad argument #1 to '?' (number expected, got no value)
