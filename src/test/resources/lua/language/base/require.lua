-- require runs the loader from package.preload once and keeps its result.
local runs = 0
package.preload.mod = function(...)
  runs = runs + 1
  print("loading", ...)
  return { answer = 42 }
end
print(require("mod").answer, require("mod") == package.loaded.mod, runs)
-- expect: loading\tmod
-- expect: 42\ttrue\t1
package.preload.none = function() end
print(require("none"), package.loaded.none) -- expect: true\ttrue
package.preload.own = function(name) package.loaded[name] = "set itself" end
print(require("own")) -- expect: set itself
package.loaded.mod = nil
print(require("mod").answer, runs)
-- expect: loading\tmod
-- expect: 42\t2
package.preload.bad = function() error("inside", 0) end
print(pcall(require, "bad")) -- expect: false\tinside
print(pcall(require)) -- expect: false\tbad argument #1 to '?' (string expected, got no value)
package.preload.loop = function() require("loop") end
print(pcall(require, "loop")) -- expect: false\trequire.lua:22: loop or previous error loading module 'loop'
