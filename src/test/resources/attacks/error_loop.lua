-- expect: reset
while true do pcall(error, "x") end
