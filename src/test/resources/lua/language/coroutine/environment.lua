-- A coroutine begins with its creator's thread globals; a function keeps its own environment.
x = "global"
local co = coroutine.create(function() return x, loadstring("return x")() end)
print(coroutine.resume(co)) -- expect: true\tglobal\tglobal
local env = setmetatable({ x = "own" }, { __index = _G })
co = coroutine.create(setfenv(function() return x, loadstring("return x")() end, env))
print(coroutine.resume(co)) -- expect: true\town\tglobal
co = coroutine.create(function()
  setfenv(0, { x = "thread" })
  return loadstring("return x")()
end)
print(coroutine.resume(co)) -- expect: true\tthread
print(loadstring("return x")()) -- expect: global
