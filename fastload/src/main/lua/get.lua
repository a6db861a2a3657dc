--[[SPLIT MODULE get]]

-- Fetches a module from a source and installs it: all of its files or none. The files are written beside the old ones, with
-- .new at the end of their names; when all are there with the right SHA-256, they change places, and the old ones end in
-- .old. If the power is cut meanwhile, the next call goes on with that first. A source is a web folder, http://host[:port]/path, or the beginning of names on the board; the last one given is
-- remembered. The manifest is described in docs/fast.md. Serves in pieces only.
--
-- Lua: fast.get('name' [, source [, function(problem) end]])
--luacheck: read globals fast file net node tmr crypto FAST_get SPIFFS_get

local name, source, done = ...
local function part(which) -- the other pieces of this module
  if SPIFFS_get then return loadfile('get-' .. which .. '.lc') end
  return fast.load('get-' .. which)
end
name = tostring(name)
local get = {name = name, manifest = name .. '.mf', source = source, part = part}
local run = coroutine.create(part'run')
function get.resume(...)
  local fine, result = coroutine.resume(run, ...)
  if coroutine.status(run) ~= 'dead' then return end
  part'clean'(get)
  if done then return done(not fine and result or nil) end
  print(name .. ': ' .. result)
end
get.resume(get)

--[[SPLIT HERE get-run]]
-- The whole course, as a coroutine that the network resumes. Returns what was done, or raises what is wrong.
local get = ...
local part, manifest = get.part, get.manifest
local function check(fine, problem)
  if not fine then error(problem, 0) end
end
check(get.name:find'^[^%c/]+$' and #get.name < 25, 'bad name')
local source = tostring(get.source or file.getcontents'fast.source' or '')
check(source ~= '', 'no source, name one: fast.get(name, source)')
local scheme, host = source:match'^(%w+)://([^/:]*)'
check(not scheme or scheme == 'http' and host ~= '', 'bad source')
if not source:find'/$' then source = source .. '/' end
local told = get.source
get.source = source
if file.exists(manifest .. '.now') then part'commit'(get, true) end
part'fetch'(get, manifest)
if told then file.putcontents('fast.source', source) end

local count, sum, needed, same = 0, 0, 0, true
for name, size in part'entries'(get) do
  local stat = file.stat(name)
  same = same and stat and stat.size == size
  count, sum, needed = count + 1, sum + size, needed + size + size / 16 + 512
end
check(count > 0, 'no files in the manifest')
if same and file.exists(manifest) and crypto.fhash('SHA256', manifest) == crypto.fhash('SHA256', manifest .. '.new') then
  return get.version .. ' is up to date'
end
local free = file.fsinfo()
check(needed <= free, ('%d bytes needed, %d free'):format(needed, free))
for name, size, hash in part'entries'(get) do part'fetch'(get, name, size, hash) end
part'commit'(get)
return ('%s installed, %d files, %d bytes'):format(get.version, count, sum)

--[[SPLIT HERE get-entries]]
-- Iterates over the files of the new manifest: name, size, SHA-256.
local get, ending = ...
local input = file.open(get.manifest .. (ending or '.new'))
local function check(fine)
  if not fine then
    if input then input:close() end
    error('bad manifest', 0)
  end
end
local function line()
  local text = input and input:readline()
  check(text and #text < 200)
  return (text:gsub('%s+$', ''))
end
local module
module, get.version = line():match'^module (%S+) (%S+)$'
check(module == get.name)
return function()
  local text = line()
  if text == 'end' then return input:close() end
  local size, hash, name = text:match'^(%d+) (%x+) (%S.*)$'
  check(name and #hash == 64 and #name < 28)
  return name, tonumber(size), hash:lower()
end

--[[SPLIT HERE get-fetch]]
-- Copies a file of the source to NAME.new and raises what is wrong with it.
local get, name, size, hash = ...
local output = file.open(name .. '.new', 'w')
local digest, count = crypto.new_hash'SHA256', 0

local function take(text)
  count = count + #text
  if count > (size or 8192) then return 'too long' end
  if not output or not output:write(text) then return 'no space in flash' end
  digest:update(text)
end

local problem
if get.source:find'^http://' then
  problem = get.part'http'(get, name, take)
else
  local input = file.open(get.source .. name)
  if not input then problem = 'not in ' .. get.source end
  local text = input and input:read(1024)
  while text and not problem do
    problem = take(text)
    text = input:read(1024)
    node.task.post(0, get.resume)
    coroutine.yield()
  end
  if input then input:close() end
end
if output then output:close() end
if not problem and size and count < size then problem = ('%d bytes of %d'):format(count, size) end
local got = digest:finalize():gsub('.', function(c) return ('%02x'):format(c:byte()) end)
if not problem and hash and got ~= hash then problem = 'wrong SHA-256' end
if problem then error(name .. ': ' .. problem, 0) end

--[[SPLIT HERE get-http]]
-- Asks a web server for a file and gives its body to a function, piece by piece. Returns what is wrong, if anything.
local get, name, take = ...
local host, path = get.source:match'^http://([^/]+)(/.*)$'
local address, port = host:match'^([^:]+):?(%d*)$'
if not address then return 'bad source' end
local socket, timer = net.createConnection(), tmr.create()
local head, left, counted = ''

local function finish(problem)
  if not socket then return end
  local last = socket
  socket = nil
  timer:unregister()
  pcall(last.close, last)
  get.resume(problem)
end

local function receive(_, text)
  if not socket then return end
  timer:start(true)
  if head then
    head = head .. text
    local _, at = head:find('\r\n\r\n', 1, true)
    if not at then return #head > 2048 and finish'header too long' end
    text = head:sub(at + 1)
    local problem
    problem, take, left, counted = get.part'head'(get, head:sub(1, at), take)
    if problem then return finish(problem) end
    head = nil
  end
  if left then
    text = text:sub(1, left)
    left = left - #text
  end
  local problem, ended = take(text)
  if problem or ended or left == 0 then finish(problem) end
end

socket:on('connection', function(s)
  s:send(('GET %s%s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n'):format(path,
    name:gsub('[^%w_.~/-]', function(c) return ('%%%02X'):format(c:byte()) end), host))
end)
socket:on('receive', receive)
socket:on('disconnection', function()
  finish((head or counted) and 'connection lost' or nil)
end)
timer:alarm(10000, tmr.ALARM_SINGLE, function() finish'no answer for 10 s' end)
socket:connect(tonumber(port) or 80, address)
return coroutine.yield()

--[[SPLIT HERE get-head]]
-- Reads the head of an answer. Returns what is wrong; who takes the body; its length if told; whether its end is known.
local get, head, take = ...
local status = head:match'^HTTP/1%.%d (%d+)'
if status ~= '200' then return 'HTTP ' .. (status or '?') end
head = head:lower()
if head:find'\ntransfer%-encoding: *chunked' then return nil, get.part'chunked'(take), nil, true end
local length = tonumber(head:match'\ncontent%-length: *(%d+)')
return nil, take, length, length

--[[SPLIT HERE get-chunked]]
-- Takes the chunks out of a body that comes in chunks. The function returns what is wrong, and whether the end has come.
local take = ...
local left, line = 0, ''
return function(text)
  while text ~= '' do
    if left > 0 then
      local data = text:sub(1, left)
      left = left - #data
      text = text:sub(#data + 1)
      local problem = take(data)
      if problem then return problem end
    else
      local at = text:find('\n', 1, true)
      line = line .. text:sub(1, at or -1)
      text = at and text:sub(at + 1) or ''
      local size = line:match'^%x+'
      if #line > 80 or line:find'^[^%x\r\n]' then return 'bad chunk' end
      if at then
        left, line = tonumber(size or '0', 16), ''
        if left > 2^31 - 1 then return 'bad chunk' end -- further than text:sub counts
        if size and left == 0 then return nil, true end
      end
    end
  end
end

--[[SPLIT HERE get-commit]]
-- Lets new and old files change places; what fails is taken back. From first to last the new manifest ends in .now: then
-- each file is there as .new or in its place already, so that what a power cut left can be finished.
local get, again = ...
local manifest = get.manifest
local now = manifest .. '.now'
local moved = {}
local function move(name, from)
  if not file.exists(from) then return true end
  local had, old = file.exists(name), name .. '.old'
  if had or not again then file.remove(old) end
  if had and not file.rename(name, old) then return end
  moved[#moved + 1] = name
  return file.rename(from, name)
end
local fine = again or file.rename(manifest .. '.new', now)
if fine then
  for name in get.part'entries'(get, '.now') do fine = fine and move(name, name .. '.new') end
  if fine and move(manifest, now) then return end
end
for _, name in ipairs(moved) do
  file.rename(name, name .. '.new')
  file.rename(name .. '.old', name)
end
file.rename(now, manifest .. '.new')
error('cannot rename, the old version stays', 0)

--[[SPLIT HERE get-clean]]
-- Removes what was fetched and not installed.
local get = ...
pcall(function()
  for name in get.part'entries'(get) do file.remove(name .. '.new') end
end)
pcall(file.remove, get.manifest .. '.new') -- the name may be too long
