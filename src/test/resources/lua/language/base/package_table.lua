-- package: path, preload, loaded, loaders, seeall.
print(package.path) -- expect: ?.lc;?.lua
print(type(package.preload), type(package.loaded), type(package.loaders), type(package.seeall), #package.loaders)
-- expect: table\ttable\ttable\tfunction\t4
print(package.config == "/\n;\n?\n!\n-", package.cpath == "") -- expect: true\ttrue
local t = {}
print(package.seeall(t), getmetatable(t).__index == _G, t.print == print) -- expect: nil\ttrue\ttrue
local marker = {}
package.loaded.marker = marker
print(require("marker") == marker) -- expect: true
package.loaders[1] = function(name) return function() return "found " .. name end end
print(require("anything")) -- expect: found anything
