-- Replacement by function or table: nil and false keep the match.
print(("abc"):gsub("%w", function(c) return c:upper() .. "." end)) -- expect: A.B.C.\t3
print(("a1b2"):gsub("(%a)(%d)", function(l, d) return d .. l end)) -- expect: 1a2b\t2
print(("abc"):gsub("%w", function(c) if c == "b" then return false end end)) -- expect: abc\t3
print(("$name is $age"):gsub("%$(%w+)", { name = "Bob", age = 42 })) -- expect: Bob is 42\t2
print(("abc"):gsub("%w", { a = "1", b = false })) -- expect: 1bc\t3
print(("abc"):gsub("b", string.upper), ("abc"):gsub("()", function(p) return p end)) -- expect: aBc\t1a2b3c4\t4
print(("abc"):gsub("%w", setmetatable({}, { __index = function(_, k) return k .. k end }))) -- expect: aabbcc\t3
print(("hello"):gsub("l", function() return "L", "ignored" end, 1)) -- expect: heLlo\t1
print(pcall(string.gsub, "abc", "b", function() return {} end)) -- expect: false\tinvalid replacement value (a table)
print(pcall(string.gsub, "abc", "b", { b = true })) -- expect: false\tinvalid replacement value (a boolean)
print(pcall(string.gsub, "abc", "b", function() error("in callback", 0) end)) -- expect: false\tin callback
local seen = {}
print(("k1=v1;k2=v2"):gsub("(%w+)=(%w+)", function(k, v) seen[k] = v end), seen.k1, seen.k2)
-- expect: k1=v1;k2=v2\tv1\tv2
