-- A tail call takes no stack, so it can be repeated without end; its frame is gone from error positions.
local function loop(n, acc)
  if n == 0 then return acc end
  return loop(n - 1, acc + 1)
end
print(loop(50000, 0)) -- expect: 50000

local function a(n) if n == 0 then return "done" end return (function(m) return a(m) end)(n - 1) end
print(a(30000)) -- expect: done

local t = setmetatable({}, { __call = function(self, n) if n == 0 then return "called" end return self(n - 1) end })
print(t(1000)) -- expect: called

local function passes(...) return select("#", ...), ... end
local function through(...) return passes(...) end
print(through(1, nil, nil)) -- expect: 3\t1\tnil\tnil
