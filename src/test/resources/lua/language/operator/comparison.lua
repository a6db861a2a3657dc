-- Numbers compare as numbers, strings byte by byte, nothing else without metamethods.
print(1 < 2, 2 < 1, 1 <= 1, 1 > 2, 2 >= 2, -1 < 0, 1e10 > 1e9) -- expect: true\tfalse\ttrue\tfalse\ttrue\ttrue\ttrue
print("a" < "b", "a" < "A", "Z" < "a", "" < "a", "a" < "aa", "ab" < "b", "10" < "9")
-- expect: true\tfalse\ttrue\ttrue\ttrue\ttrue\ttrue
print("a\0b" < "a\0c", "a\0" > "a", "a\0" < "aa", "\255" > "\1") -- expect: true\ttrue\ttrue\ttrue
print("a" <= "a", "b" >= "a", not ("b" <= "a")) -- expect: true\ttrue\ttrue
local nan = 0 / 0
print(nan < 1, nan > 1, nan <= nan, not (nan < 1)) -- expect: false\tfalse\tfalse\ttrue
print(1 < math.huge, -math.huge < math.huge, math.huge <= math.huge) -- expect: true\ttrue\ttrue
local a, b = 1, 2
print(a < b, a <= b, a > b, a >= b, a == b, a ~= b) -- expect: true\ttrue\tfalse\tfalse\tfalse\ttrue
print(a < 1, 1 < b, a <= 1, 2 <= a) -- expect: false\ttrue\ttrue\tfalse
