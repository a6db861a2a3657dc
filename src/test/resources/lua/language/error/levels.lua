-- The level says whose position is added: 1 the caller of error, 2 its caller, 0 none.
local function raise(level)
  error("m", level)
end
local function middle(level)
  raise(level)
  return 1
end
for level = 0, 4 do
  print(level, pcall(function()
    middle(level)
    return 1
  end))
  -- expect: 0\tfalse\tm
  -- expect: 1\tfalse\tlevels.lua:3: m
  -- expect: 2\tfalse\tlevels.lua:6: m
  -- expect: 3\tfalse\tlevels.lua:11: m
  -- expect: 4\tfalse\tm
end
print(pcall(function() error("default") end)) -- expect: false\tlevels.lua:20: default
print(pcall(function() return raise(2) end)) -- expect: false\tm
