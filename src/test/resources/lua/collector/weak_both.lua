-- With __mode "kv" an entry goes when either side does.
local t = setmetatable({}, { __mode = "kv" })
local k1, v1, k2 = {}, {}, {}
t[k1] = v1
t[k2] = {}
t[{}] = v1
t[{}] = {}
collectgarbage()
local n = 0
for k, v in pairs(t) do n = n + 1 end
print(n, t[k1] == v1, t[k2]) -- expect: 1\ttrue\tnil
