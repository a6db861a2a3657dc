-- A key is its number, however it was computed; strings are other keys.
local t = {}
t[1] = "one"
t["1"] = "string one"
t[1.5] = "one and a half"
t[2 ^ 53] = "big"
t[-1] = "minus"
t[0] = "zero"
print(t[1.0], t["1"], t[3 / 2], t[2 ^ 53], t[-1], t[-0]) -- expect: one\tstring one\tone and a half\tbig\tminus\tzero
print(t[10 / 10], t[0.1 * 10], t[1 + 1e-17], t[1e0]) -- expect: one\tone\tone\tone
local u = {}
for i = 0.1, 1, 0.1 do u[i] = true end
print(u[0.1], u[0.5]) -- expect: true\ttrue
t[2], t[3] = "two", "three"
print(#t, t[2], t[1 + 1]) -- expect: 3\ttwo\ttwo
print(pcall(function() t[nil] = 1 end)) -- expect: false\tinteger_keys.lua:16: table index is nil
print(t[nil], rawget(t, nil)) -- expect: nil\tnil
