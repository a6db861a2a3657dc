-- expect: reset
while true do end
