-- expect: prints 41 threads
local none={}
local function few(a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,...) return select('#',...)+#none end
local done=0
for given=0,40 do
  local values={} for i=1,given do values[i]=i end
  local thread=coroutine.create(function(...) return few(),... end)
  local ok,extra,first=coroutine.resume(thread,unpack(values))
  assert(ok and extra==0 and first==values[1],extra)
  done=done+1
end
print(done..' threads')
