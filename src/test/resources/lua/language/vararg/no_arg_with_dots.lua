-- A function that uses ... has no table arg, and neither has the main chunk; then arg is a global.
print(arg) -- expect: nil
arg = "global"
local function dots(...) local n = select("#", ...) return arg, n end
print(dots(1, 2)) -- expect: nil\t2
local function old(...) return type(arg), arg.n end
print(old(1, 2)) -- expect: table\t2
local function inner(...)
  return (function() return arg.n end)()
end
print(inner(1, 2, 3)) -- expect: 3
local function both(...)
  local function uses(...) return ... end
  return arg.n, uses(9)
end
print(both(1)) -- expect: 1\t9
arg = nil
