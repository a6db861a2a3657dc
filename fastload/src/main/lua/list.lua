-- Lists what fast can load: each piece with the bytes of its text, under its module.
-- Lua: fast.list()
--luacheck: read globals fast
local sum, count = 0, 0
for index = 1, math.huge do
  local name, bytes, module = fast.piece(index)
  if not name then break end
  print(('%6d  %s%s'):format(bytes, name ~= module and '  ' or '', name))
  sum, count = sum + bytes, index
end
print(('%6d  in %d pieces'):format(sum, count))
