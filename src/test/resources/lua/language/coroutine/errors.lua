-- An error kills the coroutine and comes out of resume; pcall inside catches it first.
local co = coroutine.create(function()
  coroutine.yield(1)
  error("broken")
end)
print(coroutine.resume(co)) -- expect: true\t1
print(coroutine.resume(co)) -- expect: false\terrors.lua:4: broken
print(coroutine.resume(co)) -- expect: false\tcannot resume dead coroutine
local t = {}
print(select(2, coroutine.resume(coroutine.create(function() error(t) end))) == t) -- expect: true
print(coroutine.resume(coroutine.create(function() return pcall(error, "caught", 0) end)))
-- expect: true\tfalse\tcaught
print(coroutine.resume(coroutine.create(function() local x = nil; x() end)))
-- expect: false\terrors.lua:13: attempt to call a nil value
print(coroutine.resume(coroutine.create(function() error("level 2", 2) end))) -- expect: false\tlevel 2
print(pcall(coroutine.resume, coroutine.create(function() error("inside", 0) end))) -- expect: true\tfalse\tinside
