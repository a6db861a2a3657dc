-- Stopping, stepping and collecting; the count falls when garbage goes.
local before = collectgarbage("count")
local t = {}
for i = 1, 300 do t[i] = { i } end
local full = collectgarbage("count")
t = nil
collectgarbage("collect")
local after = collectgarbage("count")
print(full > before, after < full) -- expect: true\ttrue
collectgarbage("stop")
collectgarbage("restart")
local finished = false
for i = 1, 2000 do finished = finished or collectgarbage("step", 10) end
print(finished) -- expect: true
print(gcinfo() > 0, gcinfo() == math.floor(collectgarbage("count"))) -- expect: true\ttrue
