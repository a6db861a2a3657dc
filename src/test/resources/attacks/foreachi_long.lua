-- expect: reset
table.foreachi({1}, function() while true do end end)
