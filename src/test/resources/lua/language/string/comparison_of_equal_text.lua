-- Strings made in different ways are the same value and the same key.
local a = "con" .. "cat"
local b = table.concat({ "c", "o", "n", "c", "a", "t" })
local c = ("xconcatx"):sub(2, -2)
local d = string.format("%s%s", "con", "cat")
local e = ("tacnoc"):reverse()
local f = ("CONCAT"):lower()
local t = { concat = "found" }
print(a == b, b == c, c == d, d == e, e == f) -- expect: true\ttrue\ttrue\ttrue\ttrue
print(t[a], t[b], t[c], t[d], t[e], t[f]) -- expect: found\tfound\tfound\tfound\tfound\tfound
print(("x"):rep(1000) == ("x"):rep(1000), ("x"):rep(1000) == ("x"):rep(999) .. "y") -- expect: true\tfalse
print(tostring(12) == "12", 12 .. "" == "12", #tostring(12)) -- expect: true\ttrue\t2
