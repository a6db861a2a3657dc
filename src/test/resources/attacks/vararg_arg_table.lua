-- expect: prints 61 depths
local done=0
for depth=0,60 do
  -- The old-style table is made when the stack has just grown for the call; the collector may halve it again.
  local body='local n=0 local function f() end local function old(a,...) n=n+arg.n f('
    ..string.rep('a,',3*depth)..'a) return n end return old(1,2)'
  local ok,n=coroutine.resume(coroutine.create(assert(loadstring(body))))
  assert(ok and n==1,n)
  done=done+1
end
print(done..' depths')
