-- Generators: permutations, filters in a row, recursion inside a coroutine.
local function permute(a, n)
  if n == 0 then coroutine.yield(table.concat(a)) end
  for i = 1, n do
    a[n], a[i] = a[i], a[n]
    permute(a, n - 1)
    a[n], a[i] = a[i], a[n]
  end
end
for p in coroutine.wrap(function() permute({ "a", "b", "c" }, 3) end) do print(p) end
-- expect: bca
-- expect: cba
-- expect: cab
-- expect: acb
-- expect: bac
-- expect: abc

local function count(n) return coroutine.wrap(function() for i = 2, n do coroutine.yield(i) end end) end
local function filter(p, source)
  return coroutine.wrap(function() for n in source do if n % p ~= 0 then coroutine.yield(n) end end end)
end
local primes, source = {}, count(30)
while true do
  local p = source()
  if not p then break end
  primes[#primes + 1] = p
  source = filter(p, source)
end
print(table.concat(primes, " ")) -- expect: 2 3 5 7 11 13 17 19 23 29
