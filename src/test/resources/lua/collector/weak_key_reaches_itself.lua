-- A value that holds its own weak key keeps the entry alive: weak keys are no ephemerons here.
local t = setmetatable({}, { __mode = "k" })
do
  local k = {}
  t[k] = { k }
end
do
  local k = {}
  t[k] = "no reference"
end
collectgarbage()
collectgarbage()
local n = 0
for k, v in pairs(t) do n = n + 1 end
print(n) -- expect: 1
