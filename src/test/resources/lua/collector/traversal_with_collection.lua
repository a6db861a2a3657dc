-- Fields may be cleared in a traversal while collections run.
local t = {}
for i = 1, 20 do t["k" .. i] = { i } end
local sum, n = 0, 0
for k, v in pairs(t) do
  sum = sum + v[1]
  n = n + 1
  t[k] = nil
  collectgarbage()
end
print(n, sum, next(t)) -- expect: 20\t210\tnil
