-- Tail calls show as such in a traceback.
local co = coroutine.create(function()
  local function c() coroutine.yield() end
  local function b() return c() end
  local function a() return b() end
  a()
end)
coroutine.resume(co)
print(debug.traceback(co))
-- expect: stack traceback:
-- expect: \t[C]: in function 'yield'
-- expect: \ttail_call_traceback.lua:3: in function <tail_call_traceback.lua:3>
-- expect: \t(tail call): ?
-- expect: \t(tail call): ?
-- expect: \ttail_call_traceback.lua:6: in function <tail_call_traceback.lua:2>
local deep = coroutine.create(function()
  local function rec(n) if n == 0 then coroutine.yield() else rec(n - 1) end return 0 end
  rec(30)
end)
coroutine.resume(deep)
print(select(2, debug.traceback(deep):gsub("\n", "\n"))) -- expect: 23
print(debug.traceback(deep):match("\n\t(%.%.%.)\n")) -- expect: ...
