-- expect: reset
while true do collectgarbage() end
