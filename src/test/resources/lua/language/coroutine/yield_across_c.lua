-- A native function between resume and yield forbids the yield; the coroutine sees an error.
local function try(f) print(coroutine.resume(coroutine.create(f))) end
try(function() return pcall(coroutine.yield, 1) end)
-- expect: true\tfalse\tattempt to yield across metamethod/C-call boundary
try(function() pcall(function() coroutine.yield(1) end) return "pcall returned" end) -- expect: true\tpcall returned
try(function() return xpcall(function() coroutine.yield() end, function(m) return "H " .. m end) end)
-- expect: true\tfalse\tH attempt to yield across metamethod/C-call boundary
try(function() table.sort({ 3, 2, 1 }, function(a, b) coroutine.yield() end) end)
-- expect: false\tattempt to yield across metamethod/C-call boundary
try(function() return ("abc"):gsub("b", function() coroutine.yield() end) end)
-- expect: false\tattempt to yield across metamethod/C-call boundary
try(function() table.foreach({ 1 }, function() coroutine.yield() end) end)
-- expect: false\tattempt to yield across metamethod/C-call boundary
try(function() return setmetatable({}, { __index = function(t, k) return coroutine.yield(k) end }).x end)
-- expect: false\tattempt to yield across metamethod/C-call boundary
try(function() setmetatable({}, { __newindex = function() coroutine.yield() end }).x = 1 end)
-- expect: false\tattempt to yield across metamethod/C-call boundary
try(function() return setmetatable({}, { __add = function() return coroutine.yield() end }) + 1 end)
-- expect: false\tattempt to yield across metamethod/C-call boundary
try(function() return setmetatable({}, { __lt = function() return coroutine.yield() end }) < setmetatable({}, {}) end)
-- expect: false\tyield_across_c.lua:20: attempt to compare two table values
try(function() for k in function() return coroutine.yield() end do end end)
-- expect: false\tattempt to yield across metamethod/C-call boundary
try(function() return load(function() coroutine.yield() end) end)
-- expect: true\tnil\tattempt to yield across metamethod/C-call boundary
print(pcall(coroutine.yield, 1)) -- expect: false\tattempt to yield across metamethod/C-call boundary
print(pcall(function() coroutine.yield() end)) -- expect: false\tattempt to yield across metamethod/C-call boundary
