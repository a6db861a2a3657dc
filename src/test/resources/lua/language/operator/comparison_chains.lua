-- Comparisons as conditions and values with all mixes of constants, locals, upvalues and fields.
local a, b, t = 1, 2, { x = 1, y = 2 }
local s = 0
if a < b then s = s + 1 end
if not (a >= b) then s = s + 2 end
if a <= 1 and 1 <= a and t.x <= a and not (t.y <= a) then s = s + 4 end
if 1 < b == true and (a > b) == false then s = s + 8 end
if a ~= b and t.x == a and 1 == t.x and t.y ~= 1 then s = s + 16 end
if (a == b) ~= (t.x == 1) then s = s + 32 end
if "a" < "b" and not ("b" < "a") and "a" ~= 1 then s = s + 64 end
print(s) -- expect: 127
local function f() return a < b, a > b, a == t.x, a ~= nil, nil == a, not a, not not a end
print(f()) -- expect: true\tfalse\ttrue\ttrue\tfalse\tfalse\ttrue
local r = a == 1 and "one" or a == 2 and "two" or "many"
local q = b == 1 and "one" or b == 2 and "two" or "many"
print(r, q, a == b or nil, a ~= b and nil) -- expect: one\ttwo\tnil\tnil
while a < 5 and not (a == 4) do a = a + 1 end
print(a) -- expect: 4
repeat a = a - 1 until a < 2 or a ~= a
print(a) -- expect: 1
local x = (a == 1) == (b == 2)
local y = not (a == 1) == (b == 2)
print(x, y, a == 1 == true) -- expect: true\tfalse\ttrue
