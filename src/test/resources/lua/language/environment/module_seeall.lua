-- package.seeall lets a module see the globals; module returns nothing.
print(select("#", (function() return module("m1", package.seeall) end)())) -- expect: 0
local outside = _G
local function body()
  module("m2", package.seeall)
  x = 1
  print(x, _NAME, type(_M))
end
body() -- expect: 1\tm2\ttable
print(outside.m2.x, outside.m2.print == print, rawget(outside.m2, "print")) -- expect: 1\ttrue\tnil
print(pcall(module)) -- expect: false\tbad argument #1 to '?' (string expected, got no value)
taken = 5
print(pcall(function() module("taken") end)) -- expect: false\tmodule_seeall.lua:13: name conflict for module 'taken'
print(require("m2") == m2) -- expect: true
