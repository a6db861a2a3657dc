-- A new function takes the environment of the function that makes it, at that moment.
local function maker() return function() return name end end
name = "global"
local before = maker()
setfenv(maker, { name = "private" })
local after = maker()
print(before(), after()) -- expect: global\tprivate
local chunk = loadstring("return name")
setfenv(1, setmetatable({ name = "level 1" }, { __index = _G }))
print(name, chunk(), (function() return name end)()) -- expect: level 1\tglobal\tlevel 1
print(loadstring("return name")()) -- expect: global
print(_G.name) -- expect: global
