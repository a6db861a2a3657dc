-- Strings that read as numbers are numbers to arithmetic, never to comparison.
print("10" + 5, "3" * "4", 10 - "2.5", "7" / 2, "7" % 4, "2" ^ "3", -"5") -- expect: 15\t12\t7.5\t3.5\t3\t8\t-5
print(" 10 " + 1, "0x10" + 0, "1e2" + 0, "\n5\t" * 2) -- expect: 11\t16\t100\t10
print("10" == 10, "0" == 0) -- expect: false\tfalse
print(pcall(function() return "abc" + 1 end))
-- expect: false\tstring_arithmetic.lua:5: attempt to perform arithmetic on a string value
print(pcall(function() return 1 + "" end))
-- expect: false\tstring_arithmetic.lua:7: attempt to perform arithmetic on a string value
print(pcall(function() return "1 2" * 1 end))
-- expect: false\tstring_arithmetic.lua:9: attempt to perform arithmetic on a string value
print(pcall(function() return -"x" end))
-- expect: false\tstring_arithmetic.lua:11: attempt to perform arithmetic on a string value
print(pcall(function() return {} + "1" end))
-- expect: false\tstring_arithmetic.lua:13: attempt to perform arithmetic on a table value
