-- expect: prints error in error handling
print(xpcall(function() error("x") end, function() error("y") end))
