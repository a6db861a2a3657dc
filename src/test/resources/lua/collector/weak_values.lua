-- Weak values go when nothing else holds them; strings, numbers and booleans never do.
local t = setmetatable({}, { __mode = "v" })
local kept = {}
t.kept, t.lost = kept, {}
t.string, t.number, t.boolean, t.native = "text " .. 1, 5, true, print
t[1], t[2] = {}, kept
t.f = function() return kept end
collectgarbage()
print(t.kept == kept, t.lost, t.string, t.number, t.boolean, t.native == print)
-- expect: true\tnil\ttext 1\t5\ttrue\ttrue
print(t[1], t[2] == kept, t.f) -- expect: nil\ttrue\tnil
local n = 0
for _ in pairs(t) do n = n + 1 end
print(n) -- expect: 6
