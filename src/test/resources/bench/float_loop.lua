local s = 0
for i = 1, 200000 do s = s + i * 0.5 - s / 3 end
return s
