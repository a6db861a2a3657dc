-- expect: prints done
local function f() return xpcall(f, function(e) return f() end) end
f()
print("done")
