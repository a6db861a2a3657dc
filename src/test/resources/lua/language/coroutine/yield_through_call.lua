-- A yield from below Lua functions, __call handlers and tail calls is fine.
local co = coroutine.wrap(function()
  local callable = setmetatable({}, { __call = function(_, x) return coroutine.yield(x) end })
  print("back", callable("from __call"))
  local function tail(x) return coroutine.yield(x) end
  print("back", tail("from a tail call"))
  print("back", (function() local r = coroutine.yield("from below") return r end)())
  for i in coroutine.wrap(function() coroutine.yield(1) end) do print("back", coroutine.yield("in a loop")) end
  return coroutine.yield("last")
end)
print(co()) -- expect: from __call
for i = 1, 5 do print(co(i)) end
-- expect: back\t1
-- expect: from a tail call
-- expect: back\t2
-- expect: from below
-- expect: back\t3
-- expect: in a loop
-- expect: back\t4
-- expect: last
-- expect: 5
