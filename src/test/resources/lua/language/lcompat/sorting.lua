-- Own sorts against table.sort on a pseudo-random list.
local seed = 12
local function random() seed = (seed * 421 + 54773) % 259200 return seed end
local a, b = {}, {}
for i = 1, 60 do a[i] = random() b[i] = a[i] end
table.sort(a)
for i = 2, #b do
  local v, j = b[i], i - 1
  while j > 0 and b[j] > v do b[j + 1] = b[j] j = j - 1 end
  b[j + 1] = v
end
local same = true
for i = 1, #a do same = same and a[i] == b[i] end
print(same, a[1], a[30], a[60]) -- expect: true\t489\t119226\t259023
