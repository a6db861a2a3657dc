-- A coroutine that dies of an error closes its variables.
local get, set
local co = coroutine.create(function()
  local x = "alive"
  get = function() return x end
  set = function(v) x = v end
  error("dies", 0)
end)
print(coroutine.resume(co)) -- expect: false\tdies
print(get()) -- expect: alive
set("after death")
print(get()) -- expect: after death
