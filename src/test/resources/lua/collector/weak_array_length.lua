-- Cleared slots of an array stay slots; # sees nil there.
local t = setmetatable({}, { __mode = "v" })
local kept = {}
for i = 1, 8 do t[i] = i % 2 == 0 and kept or i end
collectgarbage()
print(#t, t[1], t[2] == kept) -- expect: 8\t1\ttrue
for i = 1, 8 do t[i] = {} end
collectgarbage()
local left = 0
for i = 1, 8 do if t[i] then left = left + 1 end end
print(left, next(t)) -- expect: 0\tnil
