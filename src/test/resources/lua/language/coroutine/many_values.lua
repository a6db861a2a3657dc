-- Any number of values, nils included, passes in both directions.
local co = coroutine.wrap(function(...)
  local args = select("#", ...)
  while true do
    args = select("#", coroutine.yield(args, nil))
  end
end)
print(co()) -- expect: 0\tnil
print(co(nil, nil)) -- expect: 2\tnil
print(co(1, nil, 3, nil)) -- expect: 4\tnil
print(select("#", coroutine.resume(coroutine.create(function() return nil, nil end)))) -- expect: 3
local big = coroutine.create(function(...) coroutine.yield(...) return select("#", ...) end)
local t = {}
for i = 1, 200 do t[i] = i end
print(select("#", coroutine.resume(big, unpack(t)))) -- expect: 201
print(coroutine.resume(big)) -- expect: true\t200
