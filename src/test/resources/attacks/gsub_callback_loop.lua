-- expect: reset
("x"):gsub(".", function() while true do end end)
