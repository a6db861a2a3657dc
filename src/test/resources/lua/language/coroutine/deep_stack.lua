-- Each coroutine has a stack of its own that grows as needed and keeps its frames.
local function deep(n)
  if n == 0 then return coroutine.yield("bottom") end
  local r = deep(n - 1)
  return r + 1
end
local a = coroutine.create(deep)
local b = coroutine.create(deep)
print(coroutine.resume(a, 500)) -- expect: true\tbottom
print(coroutine.resume(b, 1000)) -- expect: true\tbottom
print(coroutine.resume(a, 0)) -- expect: true\t500
print(coroutine.resume(b, 5)) -- expect: true\t1005
print(coroutine.status(a), coroutine.status(b)) -- expect: dead\tdead
