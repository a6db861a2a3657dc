-- A memo table by __index that calls back.
local calls = 0
local fact = setmetatable({}, { __index = function(t, n)
  calls = calls + 1
  local v = n <= 1 and 1 or n * t[n - 1]
  t[n] = v
  return v
end })
print(fact[10], calls, fact[9], calls) -- expect: 3628800\t10\t362880\t10
local keys = 0
for k in pairs(fact) do keys = keys + 1 end
print(keys) -- expect: 10
