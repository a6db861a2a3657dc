-- Each numeric for keeps three hidden locals and one visible one.
local function loops(n) return ("for i = 1, 1 do "):rep(n) .. "n = (n or 0) + 1 " .. ("end "):rep(n) end
loadstring(loops(12))()
print(n) -- expect: 1
print(loadstring(loops(13), "=f")) -- expect: nil\tf:1: main function has more than 50 local variables
local function generic(n) return ("for k in next, {1} do "):rep(n) .. "m = (m or 0) + 1 " .. ("end "):rep(n) end
loadstring(generic(12))()
print(m) -- expect: 1
