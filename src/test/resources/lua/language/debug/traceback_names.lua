-- Frames are named after how they were called.
local co = coroutine.create(function()
  local t = {}
  function t.field() coroutine.yield() return 1 end
  function t:method() t.field() return 1 end
  function globalFunction() t:method() return 1 end
  local function tail() return globalFunction() end
  tail()
  return 1
end)
coroutine.resume(co)
print(debug.traceback(co))
-- expect: stack traceback:
-- expect: \t[C]: in function 'yield'
-- expect: \ttraceback_names.lua:4: in function 'field'
-- expect: \ttraceback_names.lua:5: in function 'method'
-- expect: \ttraceback_names.lua:6: in function <traceback_names.lua:6>
-- expect: \t(tail call): ?
-- expect: \ttraceback_names.lua:8: in function <traceback_names.lua:2>
globalFunction = nil
