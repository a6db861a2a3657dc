-- What sort refuses.
print(pcall(table.sort, { 1, "a", 2 })) -- expect: false\tattempt to compare string with number
print(pcall(table.sort, { {}, {} })) -- expect: false\tattempt to compare two table values
print(pcall(table.sort, { 3, nil, 1 })) -- expect: false\tattempt to compare nil with number
print(pcall(table.sort)) -- expect: false\tbad argument #1 to '?' (table expected, got no value)
print(pcall(table.sort, "x")) -- expect: false\tbad argument #1 to '?' (table expected, got string)
print(pcall(table.sort, { 1, 2 }, 5)) -- expect: false\tbad argument #2 to '?' (function expected, got number)
print(pcall(table.sort, { 1, 2, 3 }, function() error("in order", 0) end)) -- expect: false\tin order
print(pcall(table.sort, { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 }, function() return true end))
-- expect: false\tinvalid order function for sorting
print(pcall(function() table.sort({ 1, "x" }) end)) -- expect: false\tattempt to compare string with number
