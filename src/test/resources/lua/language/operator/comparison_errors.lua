-- Different types, or a type without order, raise an error that names the types.
print(pcall(function() return 1 < "2" end))
-- expect: false\tcomparison_errors.lua:2: attempt to compare number with string
print(pcall(function() return "a" < 1 end))
-- expect: false\tcomparison_errors.lua:4: attempt to compare string with number
print(pcall(function() return {} < {} end))
-- expect: false\tcomparison_errors.lua:6: attempt to compare two table values
print(pcall(function() return {} <= {} end))
-- expect: false\tcomparison_errors.lua:8: attempt to compare two table values
print(pcall(function() return nil > 1 end))
-- expect: false\tcomparison_errors.lua:10: attempt to compare number with nil
print(pcall(function() return true < false end))
-- expect: false\tcomparison_errors.lua:12: attempt to compare two boolean values
print(pcall(function() return print >= print end))
-- expect: false\tcomparison_errors.lua:14: attempt to compare two function values
print(pcall(function() return {} < "x" end))
-- expect: false\tcomparison_errors.lua:16: attempt to compare table with string
print(pcall(function() return 1 <= {} end))
-- expect: false\tcomparison_errors.lua:18: attempt to compare number with table
print(pcall(function() return nil < nil end))
-- expect: false\tcomparison_errors.lua:20: attempt to compare two nil values
print(pcall(function() return coroutine.create(function() end) < 1 end))
-- expect: false\tcomparison_errors.lua:22: attempt to compare thread with number
print(pcall(function() return newproxy() < newproxy() end))
-- expect: false\tcomparison_errors.lua:24: attempt to compare two userdata values
