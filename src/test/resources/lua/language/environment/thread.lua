-- setfenv(0, t) changes the globals of the thread: chunks loaded afterwards see them, existing functions do not.
local env = setmetatable({ tag = "thread" }, { __index = _G })
tag = "global"
local before = loadstring("return tag")
local load, set, get, show = loadstring, setfenv, getfenv, print
show(set(0, env)) -- expect:
show(tag, before(), load("return tag")()) -- expect: global\tglobal\tthread
show(get(0) == env, get(1) == _G) -- expect: true\ttrue
set(0, _G)
show(load("return tag")()) -- expect: global
