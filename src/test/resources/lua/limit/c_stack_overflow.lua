-- Nested native calls end at 200: pcall, metamethods, coroutines within coroutines, sort, gsub.
local function find(message) return message:match("C stack overflow") or message end
local depth = 0
local function nest() depth = depth + 1 local ok, e = pcall(nest) if not ok then error(e, 0) end end
print(find(select(2, pcall(nest))), depth > 150, depth < 200) -- expect: C stack overflow\ttrue\ttrue
local t = setmetatable({}, {})
getmetatable(t).__index = function(_, k) return t[k] .. "x" end
print(find(select(2, pcall(function() return t.a end)))) -- expect: C stack overflow
getmetatable(t).__add = function(a, b) return a + b + 1 end
print(find(select(2, pcall(function() return t + t end)))) -- expect: C stack overflow
local function resume() local ok, e = coroutine.resume(coroutine.create(resume)) if not ok then error(e, 0) end end
print(find(select(2, pcall(resume)))) -- expect: C stack overflow
local function wrap() return coroutine.wrap(wrap)() end
print(find(select(2, pcall(wrap)))) -- expect: C stack overflow
local function sub() return (("x"):gsub("x", sub)) end
print(find(select(2, pcall(sub)))) -- expect: C stack overflow
local function sort() table.sort({ 2, 1 }, sort) end
print(find(select(2, pcall(sort)))) -- expect: C stack overflow
