-- What closures, coroutines and environments hold stays alive.
local weak = setmetatable({}, { __mode = "v" })
local function closure() local o = {} weak.closure = o return function() return o end end
local f = closure()
local co = coroutine.create(function() local o = {} weak.coroutine = o coroutine.yield() return o end)
coroutine.resume(co)
local function env() local o = {} weak.env = o return setfenv(function() return 1 end, { o = o }) end
local g = env()
local function meta() local o = {} weak.meta = o return setmetatable({}, { o = o }) end
local m = meta()
collectgarbage()
print(weak.closure ~= nil, weak.coroutine ~= nil, weak.env ~= nil, weak.meta ~= nil) -- expect: true\ttrue\ttrue\ttrue
print(f() == weak.closure, select(2, coroutine.resume(co)) == weak.coroutine) -- expect: true\ttrue
f, co, g, m = nil, nil, nil, nil
collectgarbage()
print(weak.closure, weak.coroutine, weak.env, weak.meta) -- expect: nil\tnil\tnil\tnil
