-- expect: reset
while true do local t = {} end
