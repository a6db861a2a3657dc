-- package.loaded and globals keep what they hold.
local weak = setmetatable({}, { __mode = "v" })
package.preload.m = function() local t = { tag = "module" } weak.m = t return t end
require("m")
global_table = { tag = "global" }
weak.g = global_table
collectgarbage()
print(weak.m and weak.m.tag, weak.g and weak.g.tag) -- expect: module\tglobal
package.loaded.m = nil
package.preload.m = nil
global_table = nil
collectgarbage()
collectgarbage()
print(weak.m, weak.g) -- expect: nil\tnil
