--[[SPLIT MODULE ftp]]

-- An FTP server for the board's files: passive, with folders made of the names' slashes, three clients at a time.
--
-- Lua: fast.ftp():open(user, pass [, ssid, password [, port]])
--      fast.ftp():createServer(user, pass [, port])
--      FTP:close()
--
-- While the server is open its table is the global FTP. Out of fast, or cut into files by fast.split, the methods load
-- when they are called and cost nothing between calls; as one file the table holds them all. Besides its methods it has
--   user, pass, server, timer   of the server
--   welcome, kind               the method session and what sessions have in common, while there are clients
--   dirs                        folders that clients made or emptied, each with / and a line end after it
--   1 to 3                      the clients' sessions; temporary files are called ftp~1 to ftp~3 after them
-- and a session has
--   socket, text, busy, last    control connection, what came in and waits, whether a command runs or its reply is on
--                               its way, whether that reply is the last one of the command
--   user, known, tries          name given, whether password and name were right, how often they were not
--   cwd, from, rest             folder (no slashes around), name to be renamed, place to resume at
--   pasv, data, early, ended    listener and socket for data, data that came before the command, how its socket ended
--   start, read, eof, left      step of the transfer that waits for the data socket, what gives the next data to be
--                               sent, what is called when the client ends the data, bytes that have still to be sent
--   file, target, temp, full    open file, name of the upload, its name until then, whether the disk is full
--   timer, idle                 a pause, tens of seconds without life
--luacheck: read globals fast file net node tmr uart wifi FAST_ftp SPIFFS_ftp
--luacheck: globals FTP

local M = {}
if SPIFFS_ftp or FAST_ftp then
  return setmetatable(M, {__index = function(_, name)
    name = 'ftp-' .. name
    if SPIFFS_ftp then return loadfile(name .. '.lc') end
    return fast.load(name)
  end})
end

function M.open(...)  --[[SPLIT HERE ftp-open]]
-- Joins the access point if one is named, waits for an address there or as an access point, then serves.
local this, user, pass, ssid, password, port = ...
assert(user and pass, 'FTP needs a user and a password')
if ssid then
  wifi.setmode(wifi.STATION, false)
  wifi.sta.config{ssid = ssid, pwd = password, save = false}
end
if FTP then FTP:close() end
FTP = this
this.timer = tmr.create()
this.timer:alarm(200, tmr.ALARM_AUTO, function()
  local ip = wifi.sta.getip() or wifi.ap.getip()
  if not ip then return uart.write(0, '.') end
  local ok, failure = pcall(this.createServer, this, user, pass, port)
  print(ok and ('FTP server at %s:%d, %d bytes free'):format(ip, port or 21, node.heap()) or failure)
end)
end --[[SPLIT IGNORE]]

function M.createServer(...)  --[[SPLIT HERE ftp-createServer]]
-- Listens, and looks every ten seconds for clients that are gone. While there are clients, what welcomes them stays
-- loaded, for their callbacks share its code.
local this, user, pass, port = ...
assert(user and pass, 'FTP needs a user and a password')
if FTP then FTP:close() end
local function welcome(socket)
  this.welcome = this.welcome or this.session
  this:welcome(socket)
end
local function look() this:look() end
local server = net.createServer(180)
server:listen(port or 21, function(socket)
  if not pcall(welcome, socket) then socket:close() end
end)
this.user, this.pass, this.dirs, this.server, this.timer = user, pass, '\n', server, tmr.create()
this.timer:register(10000, tmr.ALARM_AUTO, function() pcall(look) end)
for id = 1, 3 do file.remove('ftp~' .. id) end
FTP = this
end --[[SPLIT IGNORE]]

function M.look(...)  --[[SPLIT HERE ftp-look]]
-- Ends sessions without life: after one minute in a transfer or without a password, after five else.
local this = ...
for id = 1, 3 do
  local s = rawget(this, id)
  if s then
    s.idle = s.idle + 1
    if s.idle > (s.known and not s.start and 30 or 6) then this:leave(s, '421 Timeout') end
  end
end
end --[[SPLIT IGNORE]]

function M.close(...)  --[[SPLIT HERE ftp-close]]
-- Ends all sessions and the server.
local this = ...
for id = 1, 3 do
  local s = rawget(this, id)
  if s then this:leave(s, '421 The server closes') end
end
if this.timer then this.timer:unregister() end
if this.server then this.server:close() end
this.server, this.timer, FTP = nil, nil, nil
end --[[SPLIT IGNORE]]

function M.session(...)  --[[SPLIT HERE ftp-session]]
-- Begins a session. Commands are taken one by one, each when the reply to the one before has gone, so a client that
-- does not read its replies costs no heap.
local this, socket = ...
local id = 1
while rawget(this, id) do id = id + 1 end
if id > 3 then
  return socket:send('421 Three clients are here already\r\n', function(k) k:close() end)
end
this.kind = this.kind or this:class()
local s = setmetatable({id = id, socket = socket, cwd = '', text = '', idle = 0, busy = true}, this.kind)
this[id] = s
socket:on('receive', function(_, text)
  s.idle, s.text = 0, s.text .. text
  if #s.text > 1024 then return s:call('leave', '500 Too much') end
  s:proceed()
end)
socket:on('sent', function()
  if s.last then s.last, s.busy = nil, nil end
  s:proceed()
end)
socket:on('disconnection', function()
  s.socket = nil
  s:call('leave')
end)
this.timer:start()
s:reply(('220 %d bytes free'):format(node.heap()))
end --[[SPLIT IGNORE]]

function M.class(...)  --[[SPLIT HERE ftp-class]]
-- Makes what sessions have in common.
local this = ...
local class = {}
class.__index = class

function class:reply(text)
  self.last = true
  if self.socket then pcall(self.socket.send, self.socket, text .. '\r\n') end
end

function class:proceed()
  if (self.start or self.target) and self.text:upper():find('ABOR%s*\n') then return self:call('abort') end
  if not self.busy and self.text:find('\n', 1, true) then self:call('command') end
end

local function run(s, what, ...)
  if type(what) == 'function' then return what(...) end
  return this[what](this, s, ...)
end

-- Calls a function or a method of the server; an error, such as of memory, ends the transfer but neither session nor
-- board. What takes most room goes first; without any for a reply the client is cut off, and the session found dead.
function class:call(...)
  local ok, failure = pcall(run, self, ...)
  if ok then return end
  self.read, self.early = nil, nil
  if pcall(run, self, 'done', failure) then return end
  self.idle = 30
  if self.socket then pcall(self.socket.close, self.socket) end
end
return class
end --[[SPLIT IGNORE]]

function M.leave(...)  --[[SPLIT HERE ftp-leave]]
-- Ends a session. Nothing may refer to its socket any more, else socket and callbacks keep each other alive.
local this, s, text = ...
if rawget(this, s.id) ~= s then return end
this[s.id] = nil
this:stop(s)
if s.socket then
  if text then s:reply(text) end
  pcall(s.socket.close, s.socket)
  s.socket = nil
end
if not (rawget(this, 1) or rawget(this, 2) or rawget(this, 3)) then
  this.timer:stop()
  this.welcome, this.kind = nil, nil
end
end --[[SPLIT IGNORE]]

function M.command(...)  --[[SPLIT HERE ftp-command]]
-- Takes the next line and calls the method that knows its verb. Before an ABOR there may be telnet signs.
local this, s = ...
local line
line, s.text = s.text:match('^([^\n]*)\n(.*)$')
s.busy = true
local verb, argument = line:match('^[\240-\255]*(%w+) ?([^\r]*)')
verb = (verb or '0'):upper():gsub('^X(%u%uD)$', '%1')
local method = ('info FEAT OPTS SYST NOOP AUTH SITE QUIT login USER PASS mode TYPE MODE STRU ALLO REST ABOR '
  .. 'folders PWD CWD CDUP MKD RMD files SIZE DELE rename RNFR RNTO passive PASV EPSV list LIST NLST '
  .. 'retrieve RETR store STOR APPE '):match('(%l+)[ %u]* ' .. verb .. ' ')
if not method then return s:reply('502 Not implemented') end
if not s.known and method ~= 'info' and method ~= 'login' then return s:reply('530 Log in first') end
return this[method](this, s, verb, argument)
end --[[SPLIT IGNORE]]

function M.info(...)  --[[SPLIT HERE ftp-info]]
-- What a client may ask before it has logged in. There are no times: SPIFFS keeps none.
local this, s, verb, argument = ...
if verb == 'QUIT' then return this:leave(s, '221 Goodbye') end
if verb == 'OPTS' then
  return s:reply(argument:upper():find('^UTF8') and '200 Names are bytes' or '501 No such option')
end
s:reply(({
  FEAT = '211-Features\r\n EPSV\r\n PASV\r\n REST STREAM\r\n SIZE\r\n UTF8\r\n211 End',
  SYST = '215 UNIX Type: L8',
  NOOP = '200 OK',
  AUTH = '502 No TLS',
  SITE = '504 No such command',
})[verb])
end --[[SPLIT IGNORE]]

function M.login(...)  --[[SPLIT HERE ftp-login]]
-- A wrong password is answered late, and the third time not at all.
local this, s, verb, argument = ...
if verb == 'USER' then
  s.user, s.known = argument, nil
  return s:reply('331 Password')
end
if not s.user then return s:reply('503 USER first') end
if s.user == this.user and argument == this.pass then
  s.known, s.tries = true, nil
  return s:reply('230 Welcome')
end
s.tries = (s.tries or 0) + 1
s.timer = tmr.create()
s.timer:alarm(1500, tmr.ALARM_SINGLE, function()
  s.timer = nil
  if s.tries > 2 then return s:call('leave', '421 Wrong') end
  s:reply('530 Wrong')
end)
end --[[SPLIT IGNORE]]

function M.mode(...)  --[[SPLIT HERE ftp-mode]]
-- Settings. Text is not converted, whatever the type.
local _, s, verb, argument = ...
local number = tonumber(argument:match('^%d+'))
if verb == 'REST' then
  s.rest = number
  return s:reply(number and '350 OK' or '501 A number is needed')
end
if verb == 'ALLO' then
  return s:reply((number or 0) > file.fsinfo() and '552 Too large' or '200 OK')
end
if verb == 'ABOR' then return s:reply('226 Nothing to abort') end
local known = {TYPE = '^[AIL]', MODE = '^S', STRU = '^F'}
s:reply(argument:upper():find(known[verb]) and '200 OK' or '504 Not that one')
end --[[SPLIT IGNORE]]

function M.path(...)  --[[SPLIT HERE ftp-path]]
-- The board's name of what a client names, empty for the root; nil if no file can be called so.
local _, s, argument = ...
local parts = {}
for part in (argument:find('^/') and argument or s.cwd .. '/' .. argument):gmatch('[^/]+') do
  if part == '..' then
    table.remove(parts)
  elseif part ~= '.' then
    parts[#parts + 1] = part
  end
end
local name = table.concat(parts, '/')
return #name < 32 and not name:find('[%c%z]') and not name:find('^ftp~%d$') and name or nil
end --[[SPLIT IGNORE]]

function M.isFolder(...)  --[[SPLIT HERE ftp-isFolder]]
-- Whether there is a folder: a client made it, or files lie in it. More files than fit into the heap are files, too.
local this, name, withFiles = ...
if name == '' or not withFiles and this.dirs:find('\n' .. name .. '/', 1, true) then return true end
local ok, files = pcall(file.list, '^' .. name:gsub('%W', '%%%0') .. '/')
return not ok or next(files)
end --[[SPLIT IGNORE]]

function M.remember(...)  --[[SPLIT HERE ftp-remember]]
-- Keeps a folder though no file may lie in it; without a list of all, the oldest are forgotten.
local this, name = ...
if not name or name == '' or this.dirs:find('\n' .. name .. '/', 1, true) then return end
this.dirs = this.dirs .. name .. '/\n'
while #this.dirs > 400 do this.dirs = this.dirs:gsub('^\n[^\n]*', '', 1) end
end --[[SPLIT IGNORE]]

function M.folders(...)  --[[SPLIT HERE ftp-folders]]
-- Folders are the beginnings of names: http/a.html lies in http.
local this, s, verb, argument = ...
if verb == 'PWD' then return s:reply('257 "/' .. s.cwd:gsub('"', '""') .. '"') end
local name = this:path(s, verb == 'CDUP' and '..' or argument)
if verb == 'MKD' then
  if not name or #name > 29 then return s:reply('553 Bad name') end
  if this:isFolder(name) or file.exists(name) then return s:reply('550 It exists') end
  this:remember(name)
  return s:reply('257 "/' .. name:gsub('"', '""') .. '"')
end
if not name or not this:isFolder(name) then return s:reply('550 No such folder') end
if verb == 'RMD' then
  local from, to = this.dirs:find('\n' .. name .. '/\n', 1, true)
  local left = from and this.dirs:sub(1, from) .. this.dirs:sub(to + 1) or this.dirs
  if name == '' or left:find('\n' .. name .. '/', 1, true) or this:isFolder(name, true) then
    return s:reply('550 Not empty')
  end
  this.dirs = left
  this:remember(name:match('^(.*)/'))
else
  s.cwd = name
end
s:reply('250 OK')
end --[[SPLIT IGNORE]]

function M.files(...)  --[[SPLIT HERE ftp-files]]
-- A folder stays when its last file goes.
local this, s, verb, argument = ...
local name = this:path(s, argument)
local found = name and name ~= '' and file.stat(name)
if not found then return s:reply('550 No such file') end
if verb == 'SIZE' then return s:reply('213 ' .. found.size) end
file.remove(name)
this:remember(name:match('^(.*)/'))
s:reply(file.exists(name) and '450 Not removed' or '250 OK')
end --[[SPLIT IGNORE]]

function M.rename(...)  --[[SPLIT HERE ftp-rename]]
-- A file takes the place of another one, a folder takes its files along.
local this, s, verb, argument = ...
local name, from = this:path(s, argument), s.from
if verb == 'RNFR' then
  s.from = name and name ~= '' and (file.exists(name) or this:isFolder(name)) and name or nil
  return s:reply(s.from and '350 OK' or '550 No such file')
end
s.from = nil
if not from then return s:reply('503 RNFR first') end
if not name or name == '' then return s:reply('553 Bad name') end
if not file.exists(from) then return this:move(s, from, name) end
local ok = name == from
if not ok and (file.exists(name) or not this:isFolder(name)) then
  file.remove(name)
  ok = file.rename(from, name)
  this:remember(from:match('^(.*)/'))
end
s:reply(ok and '250 OK' or '553 Not renamed')
end --[[SPLIT IGNORE]]

function M.move(...)  --[[SPLIT HERE ftp-move]]
-- Renames a folder: first looks whether all can be renamed.
local this, s, from, name = ...
if this:isFolder(name) or file.exists(name) or (name .. '/'):find(from .. '/', 1, true) == 1 then
  return s:reply('550 It exists')
end
local start = from:gsub('%W', '%%%0') .. '/'
local files = file.list('^' .. start)
for old in pairs(files) do
  if #old - #from + #name > 31 then return s:reply('553 Names become too long') end
end
local ok = true
for old in pairs(files) do ok = file.rename(old, name .. old:sub(#from + 1)) and ok end
if not ok then return s:reply('450 Not all renamed') end
this.dirs = this.dirs:gsub('\n' .. start, '\n' .. name:gsub('%%', '%%%%') .. '/')
this:remember(from:match('^(.*)/'))
s:reply('250 OK')
end --[[SPLIT IGNORE]]

function M.passive(...)  --[[SPLIT HERE ftp-passive]]
-- Opens a port for one transfer. Only who has the control connection may come there; what he sends waits.
local this, s, verb, argument = ...
if verb == 'EPSV' and argument:find('%S') and argument ~= '1' then
  return s:reply(argument:upper() == 'ALL' and '200 OK' or '522 Use (1)')
end
this:stop(s)
local _, peer = s.socket:getpeer()
local server = net.createServer(60)
server:listen(0, function(data)
  local _, from = data:getpeer()
  if s.data or from ~= peer then return data:close() end
  s.data, s.ended = data, nil
  data:hold()
  data:on('receive', function(_, text)
    s.early = s.early or {}
    table.insert(s.early, text)
  end)
  data:on('disconnection', function(_, code)
    s.data, s.ended = nil, code
    if s.eof then s.eof(code) end
  end)
  if s.start then s:call(s.start) end
end)
s.pasv = server
local port = server:getaddr()
if verb == 'EPSV' then return s:reply(('229 Extended passive (|||%d|)'):format(port)) end
local _, ip = s.socket:getaddr()
s:reply(('227 Passive (%s,%d,%d)'):format(ip:gsub('%.', ','), (port - port % 256) / 256, port % 256))
end --[[SPLIT IGNORE]]

function M.list(...)  --[[SPLIT HERE ftp-list]]
-- Lists a folder, a file, or what of a folder matches a pattern such as *.lua, unless that is a name. Options are passed
-- over.
local this, s, verb, argument = ...
if not s.pasv then return s:reply('425 PASV or EPSV first') end
while argument:find('^%-') do argument = argument:gsub('^%S+ ?', '', 1) end
local folder, base = argument:match('^(.-)([^/]*)$')
local name, glob = this:path(s, argument), ''
local isFile = name and name ~= '' and file.exists(name)
if isFile or base:find('[*?]') and not (name and this:isFolder(name)) then
  name = this:path(s, folder)
  glob = '^' .. base:gsub('%W', function(c)
    return not isFile and (c == '*' and '.*' or c == '?' and '.') or '%' .. c
  end) .. '$'
elseif argument ~= '' then
  folder = argument:gsub('/*$', '/', 1)
end
if not name then return s:reply('550 No such folder') end
if name ~= '' then name = name .. '/' end
s.left = 0
this:listing(s, name, glob, verb == 'NLST' and folder, {'^' .. name:gsub('%W', '%%%0')})
return this:begin(s, 'send')
end --[[SPLIT IGNORE]]

function M.listing(...)  --[[SPLIT HERE ftp-listing]]
-- Makes what gives a listing piece by piece. If the names of all files take more than half of the free heap, they are
-- asked for by their next letter, and so on.
local this, s, folder, glob, prefix, patterns = ...
local seen, files = {}, this:made(folder)

local function line(name, size)
  local base, slash = name:match('^([^/]+)(/?)', #folder + 1)
  local mode = '-rw-r--r--'
  if not base or not base:find(glob) or name:find('^ftp~%d$') then return '' end
  if slash == '/' then
    if seen[base] then return '' end
    seen[base], size, mode = true, 0, 'drwxr-xr-x'
  end
  return (prefix and prefix .. base or ('%s 1 ftp ftp %8d Jan  1  1970 %s'):format(mode, size, base)) .. '\r\n'
end

function s.read()
  if not next(files) then
    local pattern = table.remove(patterns)
    if not pattern then return end
    local room, ok = node.heap()
    ok, files = pcall(file.list, pattern)
    collectgarbage()
    if not ok or room - node.heap() > room / 2 and #pattern < 200 then
      files = {}
      this:divide(patterns, pattern)
    end
  end
  local text = ''
  while #text < 600 do
    local name, size = next(files)
    if not name then break end
    files[name] = nil
    text = text .. line(name, size)
  end
  return text
end
end --[[SPLIT IGNORE]]

function M.divide(...)  --[[SPLIT HERE ftp-divide]]
-- Adds patterns that together match what a pattern matches: each name by its next letter, if it has one.
local _, patterns, pattern = ...
for class in ('$ %W [0-4] [5-9] [A-M] [N-Z] [a-e] [f-l] [m-r] [s-z]'):gmatch('%S+') do
  patterns[#patterns + 1] = pattern .. class
end
end --[[SPLIT IGNORE]]

function M.made(...)  --[[SPLIT HERE ftp-made]]
-- The folders in a folder that clients made, as if they were files.
local this, folder = ...
local names = {}
for name in this.dirs:gmatch('\n([^\n]+)') do
  if #name > #folder and name:sub(1, #folder) == folder then names[name] = 0 end
end
return names
end --[[SPLIT IGNORE]]

function M.retrieve(...)  --[[SPLIT HERE ftp-retrieve]]
-- Sends a file from where the client wants it.
local this, s, _, argument = ...
local name, from = this:path(s, argument), s.rest or 0
s.rest = nil
if not s.pasv then return s:reply('425 PASV or EPSV first') end
s.file = name and name ~= '' and file.open(name, 'r')
if not s.file then
  return s:reply(name and file.exists(name) and '450 Too many open files' or '550 No such file')
end
s.left = s.file:seek('end') - from
if s.left < 0 then return this:done(s, '554 It is shorter') end
s.file:seek('set', from)
function s.read()
  local text = s.left > 0 and s.file:read(s.left < 1400 and s.left or 1400)
  if text then s.left = s.left - #text end
  return text
end
return this:begin(s, 'send')
end --[[SPLIT IGNORE]]

function M.begin(...)  --[[SPLIT HERE ftp-begin]]
-- Goes on with a transfer when there is a data connection, or was one already.
local this, s, start = ...
s.start = start
if s.data or s.ended then return this[start](this, s) end
end --[[SPLIT IGNORE]]

function M.send(...)  --[[SPLIT HERE ftp-send]]
-- Sends one segment after another, each when the one before is acknowledged. A listing may have to search on.
local this, s = ...
if not s.data then return this:done(s, '426 Connection lost') end
s.socket:send('150 Here it comes\r\n')
local function step()
  if not s.read then return end
  s.idle = 0
  local text = s.read()
  if text == '' then return node.task.post(function() s:call(step) end) end
  if text then return s.data:send(text) end
  this:done(s, s.left == 0 and '226 Done' or '451 The file has changed')
end
s.eof = function() s:call('done', '426 Connection lost') end
s.data:on('sent', function() s:call(step) end)
step()
end --[[SPLIT IGNORE]]

function M.store(...)  --[[SPLIT HERE ftp-store]]
-- Takes a file. It lies under another name until it is whole, so the old one stands if anything goes wrong; what is to
-- be kept of that is copied first.
local this, s, verb, argument = ...
local name, from = this:path(s, argument), s.rest or 0
s.rest = nil
local old = name and name ~= '' and file.stat(name)
if not name or not old and this:isFolder(name) then return s:reply('553 Bad name') end
if not s.pasv then return s:reply('425 PASV or EPSV first') end
local size = old and old.size or 0
if verb == 'APPE' then from = size end
if from > size then return s:reply('554 It is shorter') end
s.target, s.temp, s.full = name, 'ftp~' .. s.id, nil
s.file = file.open(s.temp, 'w')
if not s.file then return this:done(s, file.fsinfo() > 0 and '450 Too many open files' or '552 No room') end
if from > 0 then return this:copy(s, from) end
return this:begin(s, 'receive')
end --[[SPLIT IGNORE]]

function M.copy(...)  --[[SPLIT HERE ftp-copy]]
-- Copies the beginning of the old file, a kilobyte in each task, then goes on to receive.
local this, s, left = ...
local old = file.open(s.target, 'r')
if not old then return this:done(s, '450 Too many open files') end
local function step()
  local text = s.file and left > 0 and old:read(left < 1024 and left or 1024)
  if text then
    s.idle, left = 0, left - #text
    s.full = s.full or not s.file:write(text)
    return node.task.post(function() s:call(step) end)
  end
  old:close()
  if not s.file then return end
  if left > 0 then return this:done(s, '451 The file has changed') end
  this:begin(s, 'receive')
end
step()
end --[[SPLIT IGNORE]]

function M.receive(...)  --[[SPLIT HERE ftp-receive]]
-- Writes what comes at once and keeps nothing. After each segment the client is held until other tasks have had their
-- turn. When the disk is full the rest is dropped, since most clients do not look for a reply before they have sent all.
local _, s = ...
s.socket:send('150 Send it\r\n')
local held
local function release()
  held = nil
  if s.data then s.data:unhold() end
end
local function take(text)
  s.idle = 0
  s.full = s.full or not s.file:write(text)
  if not s.data or held then return end
  held = true
  s.data:hold()
  if not pcall(node.task.post, node.task.LOW_PRIORITY, release) then release() end
end
s.eof = function(code) s:call('received', code) end
for _, text in ipairs(s.early or {}) do take(text) end
s.early = nil
if s.ended then return s.eof(s.ended) end
s.data:on('receive', function(_, text) s:call(take, text) end)
s.data:unhold()
end --[[SPLIT IGNORE]]

function M.received(...)  --[[SPLIT HERE ftp-received]]
-- A client that dies ends both its connections, in any order: what it sent counts if it is still there a moment later.
local this, s, code = ...
if code ~= 0 then return this:done(s, '426 Connection lost') end
s.timer = tmr.create()
s.timer:alarm(50, tmr.ALARM_SINGLE, function() s:call('commit') end)
end --[[SPLIT IGNORE]]

function M.commit(...)  --[[SPLIT HERE ftp-commit]]
-- Puts the new file in the old one's place.
local this, s = ...
local ok = not s.full and s.file:flush()
s.file:close()
s.file, s.timer = nil, nil
if ok then
  file.remove(s.target)
  ok = file.rename(s.temp, s.target)
end
this:done(s, ok and '226 Stored' or '552 No room, the file is as it was')
end --[[SPLIT IGNORE]]

function M.abort(...)  --[[SPLIT HERE ftp-abort]]
-- The client does not want the transfer any more, if that is a command; others around it stay.
local this, s = ...
local from, to = ('\n' .. s.text):upper():find('\n[\240-\255]*ABOR%s*\n')
if not from then return end
s.text = s.text:sub(1, from - 1) .. s.text:sub(to)
this:done(s, '426 Aborted\r\n226 Done')
end --[[SPLIT IGNORE]]

function M.done(...)  --[[SPLIT HERE ftp-done]]
-- Ends a transfer and says how it went; errors have no code of their own.
local this, s, text = ...
this:stop(s)
s:reply(text:find('^%d%d%d ') and text or '451 ' .. text)
end --[[SPLIT IGNORE]]

function M.stop(...)  --[[SPLIT HERE ftp-stop]]
-- Lets go of all that belongs to a transfer.
local _, s = ...
for _, what in ipairs{'pasv', 'data', 'file'} do
  if s[what] then pcall(s[what].close, s[what]) end
  s[what] = nil
end
if s.timer then s.timer:unregister() end
if s.temp then file.remove(s.temp) end
s.timer, s.temp, s.target, s.start, s.read, s.eof, s.early, s.ended = nil, nil, nil, nil, nil, nil, nil, nil
end --[[SPLIT HERE]]

return M --[[SPLIT IGNORE]]
