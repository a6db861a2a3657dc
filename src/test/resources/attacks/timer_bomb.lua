-- expect: error
local t = {}
for i = 1, 1e6 do t[i] = tmr.create() t[i]:alarm(1000, tmr.ALARM_AUTO, function() end) end
