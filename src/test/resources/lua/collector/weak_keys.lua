-- Weak keys: an entry goes with its key.
local t = setmetatable({}, { __mode = "k" })
local kept = {}
t[kept] = "kept"
t[{}] = "lost"
t["string"] = {}
t[5] = {}
collectgarbage()
local n = 0
for k, v in pairs(t) do n = n + 1 end
print(n, t[kept], type(t.string), type(t[5])) -- expect: 3\tkept\ttable\ttable
kept = nil
collectgarbage()
n = 0
for k, v in pairs(t) do n = n + 1 end
print(n) -- expect: 2
