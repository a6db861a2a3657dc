-- During a traversal existing fields may be changed and cleared.
local t = {}
for i = 1, 10 do t[i] = i t["k" .. i] = i end
local n = 0
for k, v in pairs(t) do
  n = n + 1
  if v % 2 == 0 then t[k] = nil else t[k] = v * 10 end
end
print(n) -- expect: 20
local left, sum = 0, 0
for k, v in pairs(t) do left = left + 1 sum = sum + v end
print(left, sum) -- expect: 10\t500
for k in pairs(t) do t[k] = nil end
print(next(t)) -- expect: nil
print(pcall(next, { 1 }, "missing")) -- expect: false\tinvalid key to 'next'
print(pcall(next, {}, 1)) -- expect: false\tinvalid key to 'next'
