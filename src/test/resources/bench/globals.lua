x = 0
function step(n) x = x + n end
for i = 1, 50000 do step(i) end
return x
