-- A finalised object leaves weak values before its finaliser runs, weak keys afterwards.
local values = setmetatable({}, { __mode = "v" })
local keys = setmetatable({}, { __mode = "k" })
local seen_value, seen_key
do
  local p = newproxy(true)
  values.p = p
  keys[p] = "entry"
  getmetatable(p).__gc = function(self) seen_value, seen_key = values.p, keys[self] end
end
collectgarbage()
collectgarbage()
print(seen_value, seen_key) -- expect: nil\tentry
collectgarbage()
print(next(values), next(keys)) -- expect: nil\tnil
