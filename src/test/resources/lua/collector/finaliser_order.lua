-- Finalisers of one collection run in the reverse order of creation.
local log = {}
local list = {}
for i = 1, 5 do
  local p = newproxy(true)
  getmetatable(p).__gc = function() log[#log + 1] = i end
  list[i] = p
end
collectgarbage()
print(#log) -- expect: 0
list = nil
collectgarbage()
print(table.concat(log, " ")) -- expect: 5 4 3 2 1
