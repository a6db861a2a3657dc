--[[SPLIT MODULE split]]

-- Cuts a Lua source on the board at its SPLIT markers into compiled files, PIECE.lc each, the first one named like the
-- module. It sets the global SPIFFS_module, so that the module loads its other pieces from files too. The source may be
-- larger than the heap; a piece may not. The old files stay if anything fails. Returns the number of pieces.
--
-- Lua: fast.split('file.lua')
--luacheck: read globals fast file node FAST_split SPIFFS_split

local name = ...
local function part(which) -- the other pieces of this module
  if SPIFFS_split then return loadfile('split-' .. which .. '.lc') end
  return fast.load('split-' .. which)
end
local pieces = {}
local cut = part'cut' -- ahead of the open file, for it may not fit into the heap
local opened, source = pcall(file.open, name)
local fine, problem = false, opened and 'no such file' or 'bad name'
if opened and source then
  fine, problem = pcall(cut, source, pieces)
  source:close()
end
if fine and #pieces == 0 then fine, problem = false, 'no SPLIT MODULE marker' end
if fine then
  part'keep'(pieces)
  print(('%s: %d pieces'):format(name, #pieces))
  return #pieces
end
file.remove'split~.lua'
file.remove'split~.lc'
for index = 1, #pieces do
  file.remove(index .. '~.lc')
end
print((tostring(name) .. ': ' .. problem:gsub('^split%-cut:%d+: ', ''):gsub('^.*split~%.lua:', 'line ')))
--[[SPLIT HERE split-cut]]
-- Writes each piece to a file of its own, behind as many line ends as put it on its lines, and compiles it.
local source, pieces = ...
local line, output, module, fragment = 0

local function check(fine, what)
  if not fine then error('split~.lua:' .. line .. ': ' .. what, 0) end
end

local function write(text)
  check(output and output:write(text), 'no space in flash')
end

local function finish()
  if not output then return end
  output:close()
  output = nil
  node.compile'split~.lua'
  file.remove(#pieces .. '~.lc')
  file.rename('split~.lc', #pieces .. '~.lc')
end

for text in function() return source:readline() end do
  local verb, word = text:match'%-%-%[%[SPLIT[ \t]+(%u+)[ \t]*(.-)[ \t]*%]%]'
  if not fragment then line = line + 1 end
  fragment = text:byte(-1) ~= 10
  if verb == 'MODULE' or verb == 'HERE' then
    finish()
    check((verb == 'HERE') == (module ~= nil), 'one SPLIT MODULE comes first')
    if word ~= '' then
      check(#word < 29 and not word:find(module and '[^%w_.-]' or '[^%w_]'), 'bad name ' .. word)
      for _, other in ipairs(pieces) do check(other ~= word, 'second piece ' .. word) end
      pieces[#pieces + 1] = word
      output = file.open('split~.lua', 'w')
      if not module then write('SPIFFS_' .. word .. '=true ') end
      module = word
      for _ = 1, line do write'\n' end
    end
  elseif verb then
    check(verb == 'IGNORE', 'unknown SPLIT ' .. verb)
  elseif output then
    write(text)
  end
end
finish()
--[[SPLIT HERE split-keep]]
-- Gives the compiled pieces their names.
local pieces = ...
for index, piece in ipairs(pieces) do
  file.remove(piece .. '.lc')
  file.rename(index .. '~.lc', piece .. '.lc')
end
file.remove'split~.lua'
