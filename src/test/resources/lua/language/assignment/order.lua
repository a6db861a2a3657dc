-- Expressions run from left to right; the stores happen from right to left.
local log = {}
local t = setmetatable({}, {
  __newindex = function(_, k, v)
    log[#log + 1] = k .. "=" .. v
  end
})
local function say(x)
  log[#log + 1] = x
  return x
end
t[say("a")], t[say("b")], t[say("c")] = say("1"), say("2"), say("3")
print(table.concat(log, " ")) -- expect: a b c 1 2 3 c=3 b=2 a=1

local u = {}
u.x, u.x, u.x = 1, 2, 3
print(u.x) -- expect: 1

local v = 1
v, v = 5, 6
print(v) -- expect: 5
