-- From low to high: or, and, comparison, .., + -, * / %, not # unary -, ^; .. and ^ bind to the right.
print(1 + 2 * 3, (1 + 2) * 3, 2 * 3 % 4, 2 + 3 .. "", 1 .. 2 + 3) -- expect: 7\t9\t2\t5\t15
print(2 ^ 3 ^ 2, (2 ^ 3) ^ 2, -2 ^ 2, 2 ^ -1, -3 % 5, -(3 % 5)) -- expect: 512\t64\t-4\t0.5\t2\t-3
print(not nil == true, not (nil == true), not 1 == 2) -- expect: true\ttrue\tfalse
print(1 < 2 == true, "a" .. "b" == "ab", 1 .. 2 == "12") -- expect: true\ttrue\ttrue
print(nil and 1 or 2, 1 or 2 and 3, (1 or 2) and 3) -- expect: 2\t1\t3
print(1 == 1 and 2 == 2 or error("never")) -- expect: true
print(#"abc" + 1, -#"abc", not #"", #"a" .. #"bc") -- expect: 4\t-3\tfalse\t12
print(5 - 3 - 1, 2 / 2 / 2, 8 % 5 % 2) -- expect: 1\t0.5\t1
print("a" .. "b" .. "c" == "abc", 1 + 1 == 2 and "yes") -- expect: true\tyes
