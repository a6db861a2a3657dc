blinks = 0
tmr.create():alarm(1000, tmr.ALARM_AUTO, function() blinks = blinks + 1 end)
