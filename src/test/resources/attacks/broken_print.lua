-- expect: reset
print = function() while true do end end
error("x")
