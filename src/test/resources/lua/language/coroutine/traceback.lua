-- debug.traceback shows a coroutine's own frames.
local co = coroutine.create(function()
  local function inner()
    coroutine.yield()
  end
  inner()
end)
coroutine.resume(co)
print(debug.traceback(co))
-- expect: stack traceback:
-- expect: \t[C]: in function 'yield'
-- expect: \ttraceback.lua:4: in function <traceback.lua:3>
-- expect: \ttraceback.lua:6: in function <traceback.lua:2>
print(debug.traceback(co, "message"))
-- expect: message
-- expect: stack traceback:
-- expect: \t[C]: in function 'yield'
-- expect: \ttraceback.lua:4: in function <traceback.lua:3>
-- expect: \ttraceback.lua:6: in function <traceback.lua:2>
print(debug.traceback(co, nil)) -- expect: nil
local failed = coroutine.create(function() local x = nil + 1 end)
coroutine.resume(failed)
print(debug.traceback(failed, "after an error"))
-- expect: after an error
-- expect: stack traceback:
-- expect: \ttraceback.lua:21: in function <traceback.lua:21>
print(debug.traceback(coroutine.create(print == nil or function() end))) -- expect: stack traceback:
