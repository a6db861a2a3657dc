-- Lists the board's files with their sizes, those whose names match a Lua pattern or all.
-- Lua: fast.dir([pattern])
--luacheck: read globals file
local fine, files = pcall(file.list, (...))
if not fine then return print(files) end
local names, sum = {}, 0
for name, size in pairs(files) do
  names[#names + 1] = name
  sum = sum + size
end
table.sort(names)
for _, name in ipairs(names) do print(('%8d  %s'):format(files[name], name)) end
print(('%8d  in %d files, %d bytes free'):format(sum, #names, (file.fsinfo())))
