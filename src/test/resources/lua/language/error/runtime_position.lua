-- A runtime error carries chunk name and line of the failing instruction.
local function f()
  local t = nil

  return t
    .field
end
print(pcall(f)) -- expect: false\truntime_position.lua:6: attempt to index a nil value
print(pcall(loadstring("local a\n\n\na.b = 1", "=named"))) -- expect: false\tnamed:4: attempt to index a nil value
print(pcall(loadstring("local a\n\n\na.b = 1", "@file.lua")))
-- expect: false\tfile.lua:4: attempt to index a nil value
print(pcall(loadstring("local a\na.b = 1"))) -- expect: false\t[string "local a..."]:2: attempt to index a nil value
print(pcall(loadstring("error('x')", "=(own)"))) -- expect: false\t(own):1: x
print(pcall(loadstring("x = 1 + {}", "@" .. ("long/"):rep(20) .. "name.lua")))
-- expect: false\t...ong/long/long/long/long/long/long/long/long/name.lua:1: attempt to perform arithmetic on a table value
