-- ipairs reads its elements without metamethods.
local t = setmetatable({ 1, 2 }, { __index = function(_, i) if i < 5 then return i * 10 end end })
local n = 0
for i, v in pairs(t) do n = n + 1 end
print(n, t[3], t[4], t[5]) -- expect: 2\t30\t40\tnil
print(table.concat({ t[1], t[2], t[3] }, ",")) -- expect: 1,2,30
