-- Infinities, NaN and negative zero.
local inf, nan = 1 / 0, 0 / 0
print(inf, -inf, inf == math.huge, inf - 1 == inf) -- expect: inf\t-inf\ttrue\ttrue
print(nan ~= nan, nan == nan, inf - inf == inf - inf) -- expect: true\tfalse\tfalse
local zero = 0
local minus = -zero
print(minus == 0, 1 / minus, 1 / zero, minus, 0 * -1) -- expect: true\t-inf\tinf\t-0\t0
print(inf > 1e308, -inf < -1e308, math.max(1, inf), math.min(1, -inf)) -- expect: true\ttrue\tinf\t-inf
print(0 * inf ~= 0 * inf, 2 ^ 1024, -2 ^ 1024, 2 ^ -1080) -- expect: true\tinf\t-inf\t0
local t = {}
print(pcall(function() t[nan] = 1 end)) -- expect: false\tspecial.lua:11: table index is NaN
print(t[nan], pcall(rawset, t, nan, 1)) -- expect: nil\tfalse\ttable index is NaN
t[inf], t[-inf] = "plus", "minus"
print(t[1 / 0], t[-1 / 0], t[math.huge]) -- expect: plus\tminus\tplus
