-- Cleared fields are gone, come back with new values and do not disturb others.
local t = {}
for round = 1, 5 do
  for i = 1, 12 do t["k" .. (i + round)] = i * round end
  for i = 1, 12, 2 do t["k" .. (i + round)] = nil end
end
local list = {}
for k, v in pairs(t) do list[#list + 1] = k .. "=" .. v end
table.sort(list)
print(table.concat(list, " ")) -- expect: k11=30 k13=40 k15=50 k17=60 k7=10 k9=20
local q = {}
local head, tail = 1, 0
for i = 1, 100 do
  tail = tail + 1
  q[tail] = i
  if i % 3 == 0 then q[head] = nil head = head + 1 end
end
print(head, tail, q[head], q[tail], q[head - 1]) -- expect: 34\t100\t34\t100\tnil
local n = 0
for _ in pairs(q) do n = n + 1 end
print(n) -- expect: 67
