-- expect: prints false
local function f() return pcall(f) end
local ok, what = f()
local depth = 0
local function g() depth = depth + 1 local ok, e = pcall(g) return ok end
g()
print(pcall(error))
