-- expect: reset
for w in string.rep("a", 500):gmatch("a*a*a*a*a*b") do print(w) end
