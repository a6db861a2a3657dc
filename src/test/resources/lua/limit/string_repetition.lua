-- Strings of some length; how long they may get depends on the machine's heap.
local s = ("x"):rep(2000)
print(#s, #(s .. s), #s:rep(3), #table.concat({ s, s, s })) -- expect: 2000\t4000\t6000\t6000
print(#(s:gsub("x", "yy")), #s:upper(), #string.format("%s%s", s, s)) -- expect: 4000\t2000\t4000
