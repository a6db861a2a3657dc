-- A constructor of more than 25600 items: its batch number does not fit the instruction.
local parts = {}
for i = 1, 26 do parts[i] = ("7,"):rep(1000) end
local f = loadstring("return {" .. table.concat(parts) .. "8}")
local t = f()
print(#t, t[1], t[25550], t[25551], t[25600], t[25601], t[26000], t[26001]) -- expect: 26001\t7\t7\t7\t7\t7\t7\t8
