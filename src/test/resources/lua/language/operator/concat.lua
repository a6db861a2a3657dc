-- .. joins strings and numbers, from the right.
print("a" .. "b", 1 .. 2, "x" .. 1.5, 2 ^ 53 .. "", -1 .. "", 1e15 .. "|" .. 1e14)
-- expect: ab\t12\tx1.5\t9.007199254741e+15\t-1\t1e+15|1e+14
print("" .. "", ("" .. "") == "") -- expect: \ttrue
local a, b, c = "x", 1, "z"
print(a .. b .. c .. a .. b .. c) -- expect: x1zx1z
print(#(a .. "\0" .. c)) -- expect: 3
local s = ""
for i = 1, 10 do s = s .. i .. "," end
print(s) -- expect: 1,2,3,4,5,6,7,8,9,10,
print("a" .. ("b" .. "c") .. "d", ("1" .. 1) + 0) -- expect: abcd\t11
