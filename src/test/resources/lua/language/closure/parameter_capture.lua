-- Parameters can be captured and changed; an assignment to one is seen by the closure.
local function f(x, ...)
  local get = function() return x end
  x = x .. "!"
  return get, ...
end
local get, rest = f("a", "b")
print(get(), rest) -- expect: a!\tb

local function self_modify(n)
  local function inc() n = n + 1 end
  inc() inc()
  return n
end
print(self_modify(5)) -- expect: 7
