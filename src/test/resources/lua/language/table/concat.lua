-- table.concat joins strings and numbers.
print(table.concat({}), table.concat({ 1, 2, 3 }), table.concat({ "a", "b" }, ", "), table.concat({ 1.5, "x" }, 0))
-- expect: \t123\ta, b\t1.50x
print(table.concat({ 1, 2, 3 }, ",", 2), table.concat({ 1, 2, 3 }, ",", 2, 2), table.concat({ 1, 2, 3 }, ",", 3, 2) == "")
-- expect: 2,3\t2\ttrue
print(table.concat({ [0] = "z", "a" }, "-", 0, 1), #table.concat({ "a\0b", "c" }, "\0")) -- expect: z-a\t5
print(pcall(table.concat, { 1, {}, 3 })) -- expect: false\tinvalid value (table) at index 2 in table for 'concat'
print(pcall(table.concat, { 1, nil, 3 }, ",", 1, 3))
-- expect: false\tinvalid value (nil) at index 2 in table for 'concat'
print(pcall(table.concat, { true })) -- expect: false\tinvalid value (boolean) at index 1 in table for 'concat'
print(pcall(table.concat, { 1, 2 }, ",", 1, 3)) -- expect: false\tinvalid value (nil) at index 3 in table for 'concat'
print(pcall(table.concat)) -- expect: false\tbad argument #1 to '?' (table expected, got no value)
print(pcall(table.concat, {}, {})) -- expect: false\tbad argument #2 to '?' (string expected, got table)
print(pcall(table.concat, { 1 }, ",", "x")) -- expect: false\tbad argument #3 to '?' (number expected, got string)
local t = {}
for i = 1, 200 do t[i] = i end
print(#table.concat(t), #table.concat(t, ", ")) -- expect: 492\t890
