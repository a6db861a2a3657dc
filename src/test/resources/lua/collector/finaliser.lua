-- __gc of a proxy runs once, with the proxy, after it became unreachable.
local log = {}
local function make(name)
  local p = newproxy(true)
  getmetatable(p).__gc = function(self) log[#log + 1] = name .. " " .. type(self) end
  return p
end
local kept = make("kept")
make("lost")
collectgarbage()
print(table.concat(log, ", ")) -- expect: lost userdata
collectgarbage()
print(#log) -- expect: 1
kept = nil
collectgarbage()
collectgarbage()
print(table.concat(log, ", ")) -- expect: lost userdata, kept userdata
