-- module makes a table, puts it in package.loaded and in a global, and makes it the chunk's environment.
local print, type, getfenv, G, package = print, type, getfenv, _G, package
module("mod.sub")
print(_NAME, _PACKAGE, getfenv(1) == _M) -- expect: mod.sub\tmod.\ttrue
value = 5
function get() return value end
print(G.mod.sub.value, G.mod.sub.get(), package.loaded["mod.sub"] == _M) -- expect: 5\t5\ttrue
print(type(G.mod), G.mod.sub == _M, G.value) -- expect: table\ttrue\tnil
