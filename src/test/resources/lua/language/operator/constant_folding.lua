-- Folded constants give what the operators give at run time; 0 and -0 share one constant, a division by 0 is not folded.
local one, two, zero = 1, 2, 0
print(1 + 2 == one + two, 2 ^ 10 == two ^ 10, 7 % 4 == 7 % (two * two), -1 == -one) -- expect: true\ttrue\ttrue\ttrue
print(1 / 0 == one / zero, -(0) == zero) -- expect: true\ttrue
print(0, -0, -zero) -- expect: 0\t0\t-0
print(loadstring("return -0")(), loadstring("return 0, -0")()) -- expect: -0\t0\t0
print(2 * 3 + 4 * 5, 2 ^ 2 ^ 3, not nil, not 1, -"2") -- expect: 26\t256\ttrue\tfalse\t-2
print(1 .. 2, #"four", 5 % 0 ~= 5 % 0) -- expect: 12\t4\ttrue
print(3 == 3.0, 0x10 == 16, 1e2 == 100) -- expect: true\ttrue\ttrue
