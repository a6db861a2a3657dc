-- Strings share a metatable whose __index is string; % formats.
local s = "hello"
print(s:upper(), s.len == string.len, s:len(), ("%d"):rep(2), #s:sub(2)) -- expect: HELLO\ttrue\t5\t%d%d\t4
print(s.nothing, s[1]) -- expect: nil\tnil
print(getmetatable(s) == getmetatable("other")) -- expect: true
print(pcall(function() return s:nothing() end))
-- expect: false\tstrings.lua:6: attempt to call method 'nothing' (a nil value)
print("%d items" % 3, "%5.2f|" % 3.14159, "%s-%s" % { "a", 1 }, "plain" % {}) -- expect: 3 items\t 3.14|\ta-1\tplain
print(pcall(function() return "%s" % nil end))
-- expect: false\tstrings.lua:9: bad argument #2 to '?' (string expected, got nil)
print(pcall(function() return "x" + 1 end))
-- expect: false\tstrings.lua:11: attempt to perform arithmetic on a string value
