-- expect: reset
while true do print("spam") end
