--[[SPLIT MODULE telnet]]

-- A telnet server: the board's prompt for one client at a time.
--
-- Lua: fast.telnet():open([ssid, password [, port]])
--      TELNET:close()
--
-- While the server is open its table is the global TELNET. Out of fast the methods load when they are called and cost
-- nothing between calls; as one file the table holds them all.
--luacheck: read globals fast net node tmr uart wifi FAST_telnet
--luacheck: globals TELNET

local M = {}
if FAST_telnet then
  return setmetatable(M, {__index = function(_, name) return fast.load('telnet-' .. name) end})
end

function M.open(...)  --[[SPLIT HERE telnet-open]]
-- Joins the access point if one is named, waits for an address, then listens.
local this, ssid, password, port = ...
if ssid then
  wifi.setmode(wifi.STATION, false)
  wifi.sta.config{ssid = ssid, pwd = password, save = false}
end
TELNET = this
tmr.create():alarm(200, tmr.ALARM_AUTO, function(timer)
  local ip = wifi.sta.getip()
  if not ip then return uart.write(0, '.') end
  timer:unregister()
  if TELNET ~= this or this.server then return end
  this.server = net.createServer(net.TCP, 180)
  this.server:listen(port or 23, function(socket) this:session(socket) end)
  print(('Telnet server at %s:%d, %d bytes free'):format(ip, port or 23, node.heap()))
end)
end --[[SPLIT IGNORE]]

function M.session(...)  --[[SPLIT HERE telnet-session]]
-- Couples a client with the interpreter: what it sends is typed, what is printed goes to it. The output waits in the
-- board's pipe and is sent on as the client takes it, so a slow client costs no more heap than is printed.
local this, socket = ...
if this.socket then
  return socket:send('Another session is open.\r\n', function(s) s:close() end)
end
this.socket = socket

local pipe, busy
local function send()
  local text = socket and not busy and pipe and pipe:read(1400)
  if text and #text > 0 then
    busy = true
    socket:send(text)
  end
  return false -- the next piece follows when this one is sent
end

-- The board keeps a socket's callbacks as long as the socket, and the socket as long as a callback refers to it.
local function drop()
  node.output()
  this.socket, this.drop, socket, pipe = nil, nil, nil, nil
end

this.drop = drop
socket:on('sent', function() busy = false send() end)
socket:on('receive', function(_, text) node.input(text) end)
socket:on('disconnection', drop)
node.output(function(output) pipe = output return send() end, 0)
print(('Perilune, %d bytes free'):format(node.heap()))
end --[[SPLIT IGNORE]]

function M.close(...)  --[[SPLIT HERE telnet-close]]
-- Ends the session and the server.
local this = ...
if this.socket then
  pcall(this.socket.close, this.socket)
  this.drop()
end
if this.server then this.server:close() end
this.server, TELNET = nil, nil
end --[[SPLIT HERE]]

return M --[[SPLIT IGNORE]]
