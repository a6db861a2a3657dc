-- pcall gives true and all results, or false and the error.
print(pcall(function() return end)) -- expect: true
print(pcall(function() return 1, nil, 3 end)) -- expect: true\t1\tnil\t3
print(pcall(function(...) return select("#", ...), ... end, 1, nil)) -- expect: true\t2\t1\tnil
print(select("#", pcall(function() return nil, nil end))) -- expect: 3
print(pcall(pcall)) -- expect: false\tbad argument #1 to '?' (value expected)
print(pcall(pcall, error, "e")) -- expect: true\tfalse\te
print(pcall(nil)) -- expect: false\tattempt to call a nil value
print(pcall(42)) -- expect: false\tattempt to call a number value
print(pcall(type)) -- expect: false\tbad argument #1 to '?' (value expected)
print(pcall(string.rep)) -- expect: false\tbad argument #1 to '?' (string expected, got no value)
print(pcall(string.rep, "x", {})) -- expect: false\tbad argument #2 to '?' (number expected, got table)
print(pcall(setmetatable({}, { __call = function(_, x) return "callable", x end }), 5)) -- expect: true\tcallable\t5
local ok, e = pcall(function() local x = nil + 1 end)
print(ok, e) -- expect: false\tpcall.lua:14: attempt to perform arithmetic on a nil value
