-- Conditions as values, with jumps over calls, comparisons and negations.
local function f(...) return ... end
local a, b, c = 1, nil, false
local r = a == 1 and b == nil and c == false
print(r) -- expect: true
r = not (a == 1 and b)
print(r) -- expect: true
r = a and (b or c) or "last"
print(r) -- expect: last
r = (a ~= 1) or (b ~= nil)
print(r) -- expect: false
print(a < 2, not (a < 2), a < 2 and a or c, a > 2 and a or c) -- expect: true\tfalse\t1\tfalse
print((f(1, 2) and f(3, 4))) -- expect: 3
print(f(nil) or f(3, 4)) -- expect: 3
local t = { a and b, a or b, not a, not b, n = a and 2 }
print(t[1], t[2], t[3], t[4], t.n) -- expect: nil\t1\tfalse\ttrue\t2
if not (a and b) and (c or a) then print("taken") end -- expect: taken
while not a or b do print("never") end
print(1 and nil and 2, nil or false or 0, 1 and 2 and 3) -- expect: nil\t0\t3
