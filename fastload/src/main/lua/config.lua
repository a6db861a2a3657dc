--[[SPLIT MODULE config]]

-- A menu that sets the board up: wireless network, what runs at the start, partitions, FTP, format, LFS. It is on the serial
-- line, or with the client of fast.telnet while there is one. An empty answer changes nothing, and in the menu leaves it;
-- then the prompt is back. Serves in pieces only.
--
-- Lua: fast.config()
--luacheck: read globals fast file node uart wifi TELNET FAST_config SPIFFS_config

local function part(which) -- the other pieces of this module
  if SPIFFS_config then return loadfile('config-' .. which .. '.lc') end
  return fast.load('config-' .. which)
end
local items = {'wifi', 'start', 'flash', 'ftp', 'format', 'lfs'}
local talk, say, ask, stop

local function menu()
  while true do
    say '1 wireless network  2 startup command  3 partitions  4 FTP server  5 format  6 LFS reload'
    local choice = ask 'Number, or Enter to leave:'
    if choice == '' then return end
    local item = items[tonumber(choice)]
    if item then part(item)(ask, say) else say 'There is no such number' end
  end
end

local function answer(text)
  local fine, problem = coroutine.resume(talk, text)
  if not fine then
    say(problem)
    talk = coroutine.create(menu)
    return answer()
  end
  if coroutine.status(talk) == 'dead' then
    stop()
    node.input '\n'
  end
end

talk = coroutine.create(menu)
local client = TELNET and TELNET.drop
say, ask, stop = part(client and 'client' or 'line')(answer)
if client then answer() end -- at once, since lines that the client has sent ahead are answers

--[[SPLIT HERE config-line]]
-- Has the menu on the serial line: makes lines of the bytes that come one by one and are not echoed, and gives them to a
-- function. Returns how to say, to ask, and to stop.
local answer = ...
local line, returned = '', false

local function take(byte)
  if byte == '\n' and returned then
    returned = false
    return
  end
  returned = byte == '\r'
  if returned or byte == '\n' then
    local text = line
    line = ''
    uart.write(0, '\r\n')
    answer(text)
  elseif byte == '\8' or byte == '\127' then
    if line ~= '' then
      line = line:sub(1, -2)
      uart.write(0, '\8 \8')
    end
  elseif byte:byte() > 31 and #line < 200 then
    line = line .. byte
    uart.write(0, byte)
  end
end

node.task.post(0, function() -- when the prompt that follows this call is there
  uart.write(0, '\r\n')
  uart.on('data', 0, take, 0)
  answer()
end)
return function(...) uart.write(0, table.concat{...}, '\r\n') end, function(question)
  uart.write(0, question, ' ')
  return coroutine.yield()
end, function() uart.on 'data' end

--[[SPLIT HERE config-client]]
-- Has the menu with the client of the telnet server. Returns what config-line does.
local answer = ...
local telnet = TELNET
function telnet.type(line) answer(line:sub(1, -2)) end
return function(...) print(table.concat{...}) end, function(question)
  print(question)
  return coroutine.yield()
end, function() telnet.type = node.input end

--[[SPLIT HERE config-wifi]]
local ask, say = ...
local now = wifi.sta.getconfig(true)
say('Network now: ', now and now.ssid ~= '' and now.ssid or 'none', ', address ', wifi.sta.getip() or 'none')
local ssid = ask 'Network:'
if ssid == '' then return end
local password = ask 'Password:'
wifi.setmode(wifi.STATION)
local fine = wifi.sta.config{ssid = ssid, pwd = password ~= '' and password or nil, save = true}
say(fine and 'Set; the board joins it now and at each start' or 'Refused')

--[[SPLIT HERE config-start]]
local ask, say = ...
if not node.startupcommand then return say 'This firmware always runs init.lua' end
local now = node.startup and node.startup().command
say('Startup command now: ', now ~= '' and now or 'none, init.lua runs')
local command = ask 'Command, as @file.lua or =statement, or - for none:'
if command == '' then return end
if command == '-' then
  node.startup{command = ''}
  return say 'init.lua will run'
end
if not command:find '^[@=]' then return say 'It begins with @ or =' end
say(node.startupcommand(command) and 'Set' or 'Refused')

--[[SPLIT HERE config-flash]]
local ask, say = ...
local now = node.getpartitiontable()
for _, name in ipairs {'lfs', 'spiffs'} do
  say(('%s: %d bytes at 0x%x'):format(name, now[name .. '_size'], now[name .. '_addr']))
end
if not node.setpartitiontable then return say 'This firmware cannot change them' end
local change = {}
for _, name in ipairs {'lfs', 'spiffs'} do
  local size = ask('New size of ' .. name .. ', in KB, a multiple of 8:')
  if size ~= '' then
    size = tonumber(size)
    if not size or size < 0 or size % 8 ~= 0 then return say 'Not a multiple of 8' end
    change[name .. '_size'] = size * 1024
  end
end
if not next(change) then return end
if ask 'What lies there is lost and the board restarts. Type yes:' == 'yes' then node.setpartitiontable(change) end

--[[SPLIT HERE config-ftp]]
local ask, say = ...
local ftp = fast.ftp
if not ftp then return say 'There is no FTP server in this firmware' end
local user = ask 'User:'
if user == '' then return end
local password = ask 'Password:'
if password == '' then return end
local port = ask 'Port, or Enter for 21:'
if port ~= '' and not tonumber(port) then return say 'Not a number' end
ftp():open(user, password, nil, nil, tonumber(port))
say 'FTP:close() ends it'

--[[SPLIT HERE config-format]]
local ask, say = ...
local free, used, total = file.fsinfo()
say(('%d of %d bytes used, %d free'):format(used, total, free))
if ask 'All files are lost. Type yes:' ~= 'yes' then return end
file.format()

--[[SPLIT HERE config-lfs]]
local ask, say = ...
local names = {}
for name in pairs(file.list '%.img$') do names[#names + 1] = name end
say('Images: ', table.concat(names, ' '))
local name = ask 'Image:'
if name == '' then return end
-- Returns only if the image cannot be loaded.
say(node.LFS.reload(name))
