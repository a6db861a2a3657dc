-- ipairs stops at the first nil; pairs gives next.
for i, v in ipairs({ "a", "b", nil, "d" }) do print(i, v) end
-- expect: 1\ta
-- expect: 2\tb
for i, v in ipairs({ [2] = "x" }) do print("never") end
local f, s, c = ipairs({ 5 })
print(type(f), type(s), c) -- expect: function\ttable\t0
print(f(s, 0)) -- expect: 1\t5
print(f(s, 1)) -- expect:
local n, t, k = pairs({ x = 1 })
print(n == next, type(t), k) -- expect: true\ttable\tnil
print(select("#", pairs({})), select("#", ipairs({}))) -- expect: 3\t3
local list = { 1, 2 }
for i in ipairs(list) do if i < 4 then list[#list + 1] = 0 end end
print(#list) -- expect: 5
print(pcall(ipairs)) -- expect: false\tbad argument #1 to '?' (table expected, got no value)
print(pcall(pairs, "x")) -- expect: false\tbad argument #1 to '?' (table expected, got string)
print(pcall(function() ipairs(5) end))
-- expect: false\tipairs_pairs.lua:18: bad argument #1 to 'ipairs' (table expected, got number)
