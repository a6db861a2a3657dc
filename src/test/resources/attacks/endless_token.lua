-- expect: prints false
print((pcall(assert, load(function() return "x" end))))
