-- The sieve of Eratosthenes.
local n, sieve, primes = 100, {}, {}
for i = 2, n do sieve[i] = true end
for i = 2, n do
  if sieve[i] then
    primes[#primes + 1] = i
    for j = i * i, n, i do sieve[j] = false end
  end
end
print(#primes, table.concat(primes, " ", 1, 10)) -- expect: 25\t2 3 5 7 11 13 17 19 23 29
