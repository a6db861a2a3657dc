-- Integers and simple fractions.
print(1 + 2, 5 - 7, 3 * 4, 2 ^ 10, 7 / 2, 10 % 3, -10 % 3, 10 % -3) -- expect: 3\t-2\t12\t1024\t3.5\t1\t2\t-2
print(-(-3), -2 ^ 2, 2 ^ 3 ^ 2, (2 ^ 3) ^ 2) -- expect: 3\t-4\t512\t64
print(1 == 1, 1 ~= 2, 1 < 2, 2 <= 2, 3 > 4, 4 >= 4) -- expect: true\ttrue\ttrue\ttrue\tfalse\ttrue
print("10" + 5, "3" * "4", 10 .. 20) -- expect: 15\t12\t1020
local sum = 0
for i = 1, 100 do sum = sum + i end
print(sum, sum / 4, sum % 7) -- expect: 5050\t1262.5\t3
