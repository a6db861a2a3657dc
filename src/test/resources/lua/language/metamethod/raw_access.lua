-- rawget, rawset and rawequal ask no metamethod; next and pairs neither.
local t = setmetatable({ 1 }, {
  __index = function() error("index") end,
  __newindex = function() error("newindex") end,
  __pairs = function() error("pairs") end,
  __ipairs = function() error("ipairs") end,
  __len = function() error("len") end
})
print(rawget(t, "x"), rawget(t, 1)) -- expect: nil\t1
print(rawset(t, "x", 5) == t, t.x) -- expect: true\t5
for k, v in pairs(t) do print(k, v) end
-- expect: 1\t1
-- expect: x\t5
print(pcall(function() for i, v in ipairs(t) do end end)) -- expect: true
print(#t, next(t)) -- expect: 1\t1\t1
print(rawequal(t, t), rawequal(1, 1), rawequal("a", "b")) -- expect: true\ttrue\tfalse
