-- Unreachable cycles go too.
local weak = setmetatable({}, { __mode = "v" })
do
  local a, b = {}, {}
  a.b, b.a = b, a
  weak.a, weak.b = a, b
  local f
  f = function() return f, a end
  weak.f = f
  local co = coroutine.create(function() local self = co coroutine.yield(self) end)
  coroutine.resume(co)
  weak.co = co
  a, b, f, co = nil, nil, nil, nil
end
collectgarbage()
collectgarbage()
print(weak.a, weak.b, weak.f, weak.co) -- expect: nil\tnil\tnil\tnil
print(next(weak)) -- expect: nil
