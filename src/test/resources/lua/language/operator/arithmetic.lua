-- Numbers are doubles.
print(1 + 2, 5 - 7, 3 * 4, 7 / 2, 2 ^ 10) -- expect: 3\t-2\t12\t3.5\t1024
print(10 % 3, -10 % 3, 10 % -3, -10 % -3) -- expect: 1\t2\t-2\t-1
print(5.5 % 2, -5.5 % 2, 5.5 % -2) -- expect: 1.5\t0.5\t-0.5
print(0.1 + 0.2 == 0.3, 0.1 + 0.2) -- expect: false\t0.3
print(2 ^ 0.5, 2 ^ -1, (-2) ^ 2, (-8) ^ (1 / 2) ~= (-8) ^ (1 / 2)) -- expect: 1.4142135623731\t0.5\t4\ttrue
print(1 / 0, -1 / 0) -- expect: inf\t-inf
print(2 ^ 53 == 2 ^ 53 + 1) -- expect: true
print(-(-3), - -3, -2 ^ 2) -- expect: 3\t3\t-4

local a, b = 7, 2
print(a + b, a - b, a * b, a / b, a % b, a ^ b, -a) -- expect: 9\t5\t14\t3.5\t1\t49\t-7
print(a + 1, 1 + a, a - 1, 1 - a, a * 3, 3 * a, a / 4, 14 / a, a % 4, 4 % a, a ^ 2, 2 ^ a)
-- expect: 8\t8\t6\t-6\t21\t21\t1.75\t2\t3\t4\t49\t128
