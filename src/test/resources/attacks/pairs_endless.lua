-- expect: reset
for k in function() return 1 end do end
