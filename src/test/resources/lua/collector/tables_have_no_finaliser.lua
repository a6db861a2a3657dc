-- __gc in a table's metatable means nothing.
local called = false
do
  local t = setmetatable({}, { __gc = function() called = true end })
end
collectgarbage()
collectgarbage()
print(called) -- expect: false
