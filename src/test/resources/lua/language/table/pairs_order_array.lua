-- pairs gives the array part in order, then the hash part from its first node to its last.
local function keys(t)
  local list = {}
  for k in pairs(t) do list[#list + 1] = tostring(k) end
  return table.concat(list, " ")
end
print(keys({ 10, 20, 30 })) -- expect: 1 2 3
print(keys({ 10, 20, a = 1, b = 2, c = 3 })) -- expect: 1 2 a c b
print(keys({ [3] = 3, [2] = 2, [1] = 1 })) -- expect: 3 2 1
local t = {}
for i = 10, 1, -1 do t[i] = i end
print(keys(t)) -- expect: 1 2 3 4 5 6 7 8 9 10
t = {}
for i = 1, 10 do t[i * i] = i end
print(keys(t)) -- expect: 1 25 81 100 64 4 16 9 49 36
t = {}
for i = -3, 3 do t[i] = i end
print(keys(t)) -- expect: 1 2 3 -2 0 -3 -1
t = {}
for i = 1, 5 do t[i / 2] = i end
print(keys(t)) -- expect: 1 2 1.5 0.5 2.5
