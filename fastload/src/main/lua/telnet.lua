--[[SPLIT MODULE telnet]]

-- A telnet server: the board's prompt for one client at a time.
--
-- Lua: fast.telnet():open([ssid, password [, port]])
--      TELNET:close()
--
-- While the server is open its table is the global TELNET. Out of fast, or cut into files by fast.split, the methods
-- load when they are called and cost nothing between calls; as one file the table holds them all.
--luacheck: read globals debug fast file net node pipe tmr uart wifi FAST_telnet SPIFFS_telnet
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
-- Joins the access point if one is named, waits up to a minute for an address there or as an access point, then listens.
local this, ssid, password, port = ...
if TELNET then return print('Telnet is open already, TELNET:close() ends it') end
if ssid then
  wifi.setmode(wifi.STATION, false)
  wifi.sta.config{ssid = ssid, pwd = password, save = false}
end
TELNET, this.drop = this, false
port = port or 23
local tries = 0
local function begin(socket) return this:session{socket = socket} end

-- A client for whom there is no heap must not take the board along.
local function come(socket)
  local drop = this.drop
  if not pcall(begin, socket) then pcall(this.drop ~= drop and this.drop or socket.close, socket) end
end

tmr.create():alarm(200, tmr.ALARM_AUTO, function(timer)
  local ip, problem = wifi.sta.getip() or not ssid and wifi.ap.getip()
  tries = tries + 1
  if not ip and tries < 300 and TELNET == this then return uart.write(0, '.') end
  timer:unregister()
  if TELNET ~= this then return end
  if ip then
    local server = net.createServer(net.TCP, 180)
    problem = select(2, pcall(server.listen, server, port, come))
    this.server = server
  else
    problem = 'no address, see ssid and password'
  end
  if problem then
    TELNET = nil
    return print('Telnet: ' .. problem)
  end
  print(('Telnet server at %s:%d, %d bytes free'):format(ip, port, node.heap()))
end)
end --[[SPLIT IGNORE]]

function M.session(...)  --[[SPLIT HERE telnet-session]]
-- Couples a client with the interpreter: what it sends is typed, what is printed goes to it. What the parts of a
-- session share: socket, queue of what the client sent, held while lines of it may wait, reply to send before any
-- output, busy while a send is unanswered, refused options, cut telnet command, returned after CR, length of the line
-- that comes, closing. Lines go to the table's function type, the prompt unless fast.config takes them. The board keeps
-- a socket's callbacks as long as the socket, and the socket as long as a callback refers to it.
local this, session = ...
do
  local problem = this.drop and 'Another session is open.\r\n' or node.heap() < 12000 and 'Not enough memory.\r\n'
  if problem then return session.socket:send(problem, session.socket.close) end
end
session.reply = ('Perilune, %d bytes free\r\n'):format(node.heap())

-- Ends the session. What the client sent before it left is run, and only then is there a place for the next one.
function session.drop()
  local socket = session.socket
  if socket then
    session.socket = nil
    pcall(socket.close, socket)
    node.output()
    if session.take then session.take(true) end
  end
  if session.held then return session.feed() end
  if this.drop == session.drop then
    this.drop, this.type = false, nil
    if session.held == false then node.task.post(0, this.clean) end
  end
end

-- Makes a callback of a step. An error there would restart the board, and so would a packet that does not fit into the
-- heap: rather the session ends, which gives heap back.
local function guard(step)
  return function(from, text)
    if not pcall(step, from, text) or node.heap() < 2048 and not (pcall(collectgarbage) and node.heap() > 2047) then
      local socket = session.socket
      session.queue = nil
      if session.held then session.held = false end
      if socket then pcall(socket.send, socket, 'Not enough memory.\r\n') end
      pcall(session.drop)
    end
    return false
  end
end

this.drop, this.type = session.drop, node.input
session.socket:on('disconnection', guard(session.drop))
this:input(session, guard)
this:pump(session, guard)
this:output(session)
return session.pump()
end --[[SPLIT IGNORE]]

function M.pump(...)  --[[SPLIT HERE telnet-pump]]
-- Sends what is printed, each piece when the one before is sent.
local _, session, guard = ...

-- Called with the socket when a piece is sent, and with the board's pipe when there is something in it.
function session.pump(from)
  local socket, text = session.socket, session.reply
  if from == socket then session.busy = nil end
  if not socket or session.busy then return end
  session.reply = nil
  if not text then
    text = session.take()
    text = text and text:gsub('\255', '\255\255'):gsub('\r?\n', '\r\n')
  end
  if text then
    session.busy = true
    return socket:send(text)
  end
  return (session.closing and session.drop or session.feed)()
end

guard = guard(session.pump)
session.socket:on('sent', guard)
node.output(guard, 0)
session.read = debug.getregistry().stdout.read
end --[[SPLIT IGNORE]]

function M.output(...)  --[[SPLIT HERE telnet-output]]
-- Keeps what is printed until it is sent: in the board's pipe, and what is older than the last 2 KB in a file, for nothing
-- is sent while a chunk runs.
local _, session = ...
local spool = file.open('telnet.tmp', 'w+')
file.open'' -- so that the program's file.write and file.close do not meet this file
local stdout, late = debug.getregistry().stdout
local write, take, read, written = stdout[1], session.read, 0, 0
local waiting = 0 -- bytes in the pipe, false when output was lost

-- Comes between print and the pipe. An error here would restart the board. Its calls are few and flat, since print may be
-- deep in a program, and a stack that once had to grow stays larger. Where there is no place for the task that reads the
-- pipe, another one is tried, now and with each print, for the pipe will not try again.
local function printed(_, text)
  local fine, problem = true
  if waiting then
    fine, problem = pcall(write, stdout, text)
    waiting = problem ~= 'not enough memory' and waiting + #text
  end
  while waiting and waiting > 2048 do
    local ok, part = pcall(take, stdout, 1024)
    waiting = ok and spool and spool:seek('set', written) and spool:write(part) and waiting - 1024
    written = waiting and written + 1024 or written
  end
  late = (late or not fine) and not pcall(node.task.post, 0, write)
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
  text = take(stdout, 1024)
  if text then
    waiting = waiting and waiting - #text
    return text
  end
  if not waiting then text = '\n[output lost]\n' end
  waiting = 0
  return text
end

stdout[1] = printed
end --[[SPLIT IGNORE]]

function M.input(...)  --[[SPLIT HERE telnet-input]]
-- Types the client's lines one by one, each when the one before has run and its output is on its way. Meanwhile the client
-- is held, and what it has sent waits in a pipe.
local this, session, guard = ...
local turn, posted
session.queue = pipe.create()

-- Called with 0 in a task. Only there a line is typed: that task has just left a place for the one that runs the line, and
-- without a place the prompt would be dead.
function session.feed(from)
  if from then posted = nil end
  local socket = session.socket
  if posted or socket and (session.busy or session.closing) then return end
  if from == 0 then
    local line = session.queue and session.queue:read('\n+')
    if line and (#line > 1024 or line:find('[\4\8\21\127]') or line:byte(-1) ~= 10) then
      line = this:edit(session, line)
      if session.closing then return (socket and session.pump or session.drop)() end
    end
    if not line then
      session.held = false
      if socket then return socket:unhold() end
      return session.drop()
    end
    this.type(line)
  end
  posted = session.held and (pcall(node.task.post, 0, turn) or this:later(turn))
end
turn = guard(session.feed)

session.socket:on('receive', guard(function(socket, text)
  session.held = true
  socket:hold()
  if session.cut or text:find('\255', 1, true) then text = this.command(session, text) end
  this:receive(session, text)
  return session.pump()
end))
end --[[SPLIT IGNORE]]

function M.later(...)  --[[SPLIT HERE telnet-later]]
-- Calls a function soon when there is no place for a task.
local _, turn = ...
return tmr.create():alarm(1, tmr.ALARM_SINGLE, turn)
end --[[SPLIT IGNORE]]

function M.clean(...)  --[[SPLIT HERE telnet-clean]]
-- Takes a statement that the client has left unfinished away from the prompt: it is the one string among the registry's
-- numbered values. The prompt is given a line's end instead.
local registry = debug.getregistry()
for i = 1, #registry do
  if type(registry[i]) == 'string' then
    registry[i] = ''
    pcall(node.input, '\n')
  end
end
end --[[SPLIT IGNORE]]

function M.receive(...)  --[[SPLIT HERE telnet-receive]]
-- Queues what the client sent: CR LF, CR NUL, CR and LF are one line end each. Of a line that has got longer than 1 KB the
-- rest is dropped.
local _, session, text = ...
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
local length = session.length or 0
if length > 1024 then text = text:match('\n.*') or '' end
rest = text:match('[^\n]*$')
session.length = rest == text and length + #text or #rest
session.queue:write(text)
end --[[SPLIT IGNORE]]

function M.edit(...)  --[[SPLIT HERE telnet-edit]]
-- What becomes of a line that cannot just be typed: it has not come whole, is too long, or has control characters in it.
-- Ctrl-D at its beginning ends the session; Ctrl-U, backspace and delete rub out.
local _, session, line = ...
local long = #line > 1024
if line:byte() == 4 and not long then
  session.closing, session.held = true, false
  return
end
if line:byte(-1) ~= 10 then return session.queue:unread(line) end
if long then
  session.reply = 'Line too long\r\n'
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
    local key = ({[247] = '\8', [248] = '\21', [236] = '\4', [238] = '\3', [243] = '\3', [244] = '\3', [255] = '\255'})[command]
    out = out .. (key or '')
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
