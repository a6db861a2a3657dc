-- wrap gives a function that resumes and raises errors instead of returning them.
local gen = coroutine.wrap(function(n) for i = 1, n do coroutine.yield(i, i * i) end return "end" end)
print(gen(2)) -- expect: 1\t1
print(gen()) -- expect: 2\t4
print(gen()) -- expect: end
print(pcall(gen)) -- expect: false\tcannot resume dead coroutine
print(pcall(function() gen() end)) -- expect: false\twrap.lua:7: cannot resume dead coroutine
local bad = coroutine.wrap(function() error("own") end)
print(pcall(bad)) -- expect: false\twrap.lua:8: own
print(pcall(function() coroutine.wrap(function() error("named") end)() end))
-- expect: false\twrap.lua:10: wrap.lua:10: named
print(pcall(function() coroutine.wrap(function() error({}) end)() end) == false) -- expect: true
for v in coroutine.wrap(function() for i = 1, 3 do coroutine.yield(i) end end) do print(v) end
-- expect: 1
-- expect: 2
-- expect: 3
