-- next walks all fields; the index of the last gives nothing.
print(next({})) -- expect: nil
print(next({ 10 })) -- expect: 1\t10
print(next({ 10 }, 1)) -- expect: nil
print(next({ a = 1 })) -- expect: a\t1
print(next({ a = 1 }, "a")) -- expect: nil
local t = { 1, 2, 3, x = 4 }
local k, v
repeat
  k, v = next(t, k)
  print(k, v)
  -- expect: 1\t1
  -- expect: 2\t2
  -- expect: 3\t3
  -- expect: x\t4
  -- expect: nil\tnil
until k == nil
print(pcall(next)) -- expect: false\tbad argument #1 to '?' (table expected, got no value)
print(pcall(next, nil)) -- expect: false\tbad argument #1 to '?' (table expected, got nil)
print(pcall(next, { 1 }, 5)) -- expect: false\tinvalid key to 'next'
print(pcall(function() next({}, "x") end)) -- expect: false\tinvalid key to 'next'
print(next({ 1, nil, 3 }, 1)) -- expect: 3\t3
