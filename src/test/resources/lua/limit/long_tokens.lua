-- Strings, names, comments and numbers of any length.
local s = loadstring("return '" .. ("x"):rep(5000) .. "'")()
print(#s, s == ("x"):rep(5000)) -- expect: 5000\ttrue
print(#loadstring("return [[" .. ("line\n"):rep(1000) .. "]]")()) -- expect: 5000
local name = ("n"):rep(1000)
print(loadstring("local " .. name .. " = 5 return " .. name)()) -- expect: 5
print(loadstring("--[[" .. ("c"):rep(5000) .. "]] return 6")()) -- expect: 6
print(loadstring("return 0." .. ("0"):rep(300) .. "1e301")()) -- expect: 1
print(loadstring("return [" .. ("="):rep(100) .. "[x]" .. ("="):rep(100) .. "]")()) -- expect: x
print(#loadstring("return '" .. ("\\65"):rep(2000) .. "'")()) -- expect: 2000
print((select(2, loadstring("x = '" .. ("y"):rep(300), "=s")))) -- expect: s:1: unfinished string near '<eof>'
