--[[SPLIT MODULE telnet]]

-- A telnet server: the board's prompt for one client at a time.
--
-- Lua: fast.telnet():open([ssid, password [, port]])
--      TELNET:close()
--
-- While the server is open its table is the global TELNET. Out of fast, or cut into files by fast.split, the methods
-- load when they are called and cost nothing between calls; as one file the table holds them all.
--luacheck: read globals fast file net node pipe tmr uart wifi FAST_telnet SPIFFS_telnet
--luacheck: globals TELNET

local M = {}
if SPIFFS_telnet or FAST_telnet then
  return setmetatable(M, {__index = function(_, name)
    name = 'telnet-' .. name
    if SPIFFS_telnet then return loadfile(name .. '.lc') end
    return fast.load(name)
  end})
end

function M.open(...)  --[[SPLIT HERE telnet-open]]
-- Joins the access point if one is named, waits up to a minute for an address, then listens.
local this, ssid, password, port = ...
if TELNET then return print('Telnet is open already, TELNET:close() ends it') end
if ssid then
  wifi.setmode(wifi.STATION, false)
  wifi.sta.config{ssid = ssid, pwd = password, save = false}
end
TELNET = this
port = port or 23
local tries = 0
tmr.create():alarm(200, tmr.ALARM_AUTO, function(timer)
  local ip, problem = wifi.sta.getip()
  tries = tries + 1
  if not ip and tries < 300 and TELNET == this then return uart.write(0, '.') end
  timer:unregister()
  if TELNET ~= this then return end
  if ip then
    local server = net.createServer(net.TCP, 180)
    ip, problem = ip, select(2, pcall(server.listen, server, port, function(socket) this:session(socket) end))
    this.server = server
  else
    problem = 'no address, see ssid and password'
  end
  if problem then
    this.server, TELNET = nil, nil
    return print('Telnet: ' .. problem)
  end
  print(('Telnet server at %s:%d, %d bytes free'):format(ip, port, node.heap()))
end)
end --[[SPLIT IGNORE]]

function M.session(...)  --[[SPLIT HERE telnet-session]]
-- Couples a client with the interpreter: what it sends is typed, what is printed goes to it.
local this, socket = ...
if this.drop then
  return socket:send('Another session is open.\r\n', function(s) s:close() end)
end

-- What the parts of a session share: socket, queue of what the client sent, reply to send before any output, busy while a
-- send is unanswered, refused options, cut telnet command, returned after CR, skipping a long line, closing. The board
-- keeps a socket's callbacks as long as the socket, and the socket as long as a callback refers to it.
local session = {socket = socket}
this.drop = function()
  local last = session.socket
  node.output()
  this.drop, session.socket = nil, nil
  pcall(last.close, last)
  session.take(true)
  session.feed()
end
this:input(session)
this:output(session)
socket:on('disconnection', this.drop)
print(('Perilune, %d bytes free'):format(node.heap()))
end --[[SPLIT IGNORE]]

function M.output(...)  --[[SPLIT HERE telnet-output]]
-- Sends what is printed, each piece when the one before is sent. What has to wait lies in the board's pipe, and what is
-- older than the last 2 KB in a file, for nothing is sent while a chunk runs.
local this, session = ...
local spool, read, written = file.open('telnet.tmp', 'w+'), 0, 0
local waiting = 0 -- bytes in the pipe, false when output was lost
file.open'' -- so that the program's file.write and file.close do not meet this file
local stdout, write, take

-- Comes between print and the pipe. An error here would restart the board. Its calls are few and flat, since print may be
-- deep in a program, and a stack that once had to grow stays larger.
local function printed(_, text)
  waiting = waiting and pcall(write, stdout, text) and waiting + #text
  while waiting and waiting > 2048 do
    local fine, part = pcall(take, stdout, 1024)
    waiting = fine and spool and spool:seek('set', written) and spool:write(part) and waiting - 1024
    written = waiting and written + 1024 or written
  end
end

-- The next piece of what waits. At the end of the session removes the file.
function session.take(ending)
  local text
  if ending then
    if spool then spool:close() end
    return file.remove('telnet.tmp')
  end
  if read < written then
    spool:seek('set', read)
    text = spool:read(1024)
    read = read + 1024
    return text
  end
  read, written = 0, 0
  text = stdout and take(stdout, 1024)
  if text then
    waiting = waiting and waiting - #text
    return text
  end
  if not waiting then text = '\n[output lost]\n' end
  waiting = 0
  return text
end

-- Called with the socket when a piece is sent, and with the pipe when there is something in it.
function session.pump(from)
  local socket, text = session.socket, session.reply
  if from == socket then
    session.busy = nil
  elseif from and not stdout then
    stdout, take, write = from, from.read, from[1]
    from[1] = printed
  end
  if not socket or session.busy then return false end
  session.reply = nil
  if not text then
    text = session.take()
    text = text and text:gsub('\255', '\255\255'):gsub('\r?\n', '\r\n')
  end
  if text then
    session.busy = true
    socket:send(text)
  elseif session.closing then
    this.drop()
  else
    session.feed()
  end
  return false
end

session.socket:on('sent', session.pump)
node.output(session.pump, 0)
end --[[SPLIT IGNORE]]

function M.input(...)  --[[SPLIT HERE telnet-input]]
-- Types the client's lines one by one, each when the one before has run and its output is on its way. Meanwhile the client
-- is held, and what it has sent waits in a pipe.
local this, session = ...
local running
session.queue = pipe.create()

-- Called with a number when a line has run.
function session.feed(ran)
  running = running and not ran
  if session.socket and (running or session.busy or session.closing) then return end
  local line = session.queue:read('\n+')
  if line and (session.skipping or #line > 1024 or line:find('[\4\8\21\127]') or line:byte(-1) ~= 10) then
    line = this:edit(session, line)
  end
  if not line then return session.socket and session.socket:unhold() end
  running = true
  node.input(line)
  node.task.post(0, session.feed)
end

session.socket:on('receive', function(socket, text)
  socket:hold()
  this:receive(session, text)
  session.feed()
end)
end --[[SPLIT IGNORE]]

function M.receive(...)  --[[SPLIT HERE telnet-receive]]
-- Queues what the client sent: CR LF, CR NUL, CR and LF are one line end each.
local this, session, text = ...
if session.cut or text:find('\255', 1, true) then
  text = this.command(session, text)
  session.pump()
end
if text == '' then return end
local after = session.returned and text:find('^[\n%z]') and 2 or 1
session.returned = text:byte(-1) == 13 or nil
text = text:sub(after):gsub('\r[\n%z]?', '\n'):gsub('%z', '')
local rest = text:match('^.*\3(.*)')
if rest then -- Ctrl-C
  session.queue = pipe.create()
  for _ in session.take do end
  text = '\n' .. rest
end
session.queue:write(text)
end --[[SPLIT IGNORE]]

function M.edit(...)  --[[SPLIT HERE telnet-edit]]
-- What becomes of a line that cannot just be typed: it has not come whole, is too long, or has control characters in it.
-- Ctrl-D at its beginning ends the session; Ctrl-U, backspace and delete rub out.
local _, session, line = ...
local long = session.skipping or #line > 1024
if line:byte() == 4 and not long then
  session.closing = true
  return session.pump() or nil
end
session.skipping = nil
if line:byte(-1) ~= 10 then
  session.skipping = long or nil
  return not long and session.queue:unread(line) or nil
end
if long then
  print('Line too long')
  return '\n'
end
line = line:gsub('^.*\21', '')
local count
repeat line, count = line:gsub('[^\8\127][\8\127]', '') until count == 0
line = line:gsub('[\8\127]', '')
return line
end --[[SPLIT IGNORE]]

function M.command(...)  --[[SPLIT HERE telnet-command]]
-- Takes telnet commands out of what the client sent. Every option is refused, and once only; a timing mark each time, for
-- the client waits for it. Keys that are commands become the control characters that input knows.
local session, text = ...
local keys = {[255] = '\255', [247] = '\8', [248] = '\21', [236] = '\4', [238] = '\3', [243] = '\3', [244] = '\3'}
local out, at = '', 1
text = (session.cut or '') .. text
session.cut = nil

local function reply(bytes)
  local before = session.reply or ''
  if #before < 512 then session.reply = before .. bytes end
end

while true do
  local from = text:find('\255', at, true)
  out = out .. text:sub(at, (from or 0) - 1)
  if not from then return out end
  local command, option = text:byte(from + 1, from + 2)
  if command == 250 then -- a subnegotiation, up to IAC SE
    local to, ending = from
    repeat
      to = text:find('\255', to + 2, true)
      ending = to and text:byte(to + 1)
    until not ending or ending == 240
    if not ending then
      session.cut = '\255\250' .. (to and '\255' or '')
      return out
    end
    at = to + 2
  elseif not option and (not command or command > 250 and command < 255) then
    session.cut = text:sub(from)
    return out
  elseif command > 250 and command < 255 then
    local refusal = ({[251] = '\255\254', [253] = '\255\252'})[command]
    if refusal then
      local refused = session.refused or ''
      refusal = refusal .. string.char(option)
      if not refused:find(refusal, 1, true) then
        if option ~= 6 then session.refused = refused .. refusal end
        reply(refusal)
      end
    end
    at = from + 3
  else
    if command == 246 then reply('\r\n[yes]\r\n') end
    out = out .. (keys[command] or '')
    at = from + 2
  end
end
end --[[SPLIT IGNORE]]

function M.close(...)  --[[SPLIT HERE telnet-close]]
-- Ends the session and the server.
local this = ...
if this.drop then this.drop() end
if this.server then this.server:close() end
this.server, TELNET = nil, nil
end --[[SPLIT HERE]]

return M --[[SPLIT IGNORE]]
