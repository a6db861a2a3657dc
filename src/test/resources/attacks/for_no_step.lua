-- expect: reset
for i = 0, -1, 0 do end
for i = 1, 2, 0 do end
