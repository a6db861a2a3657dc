-- Proxies with one metatable share its __gc; one without __gc at its time is not finalised.
local count = 0
local proto = newproxy(true)
getmetatable(proto).__gc = function() count = count + 1 end
for i = 1, 10 do newproxy(proto) end
collectgarbage()
collectgarbage()
print(count) -- expect: 10
do local plain = newproxy(true) end
do local removed = newproxy(true) getmetatable(removed).__gc = nil end
collectgarbage()
collectgarbage()
print(count, type(proto)) -- expect: 10\tuserdata
