-- ^ and $ are special only at the ends of the pattern.
print(("abc"):find("^a"), ("abc"):find("^b"), ("abc"):find("c$"), ("abc"):find("b$")) -- expect: 1\tnil\t3\tnil
print(("a^b$c"):find("a^b"), ("a^b$c"):find("b$c"), ("abc"):find("^abc$"), ("abc"):find("^$"), (""):find("^$"))
-- expect: 1\t3\t1\tnil\t1\t0
print(("abc"):find("^b", 2), ("abc"):match("^(%a)"), ("hello"):gsub("^h", "H"), ("aaa"):gsub("^a", "b"))
-- expect: 2\ta\tHello\tbaa\t1
print(("one two"):match("%a+$"), ("x"):find("$"), ("x$"):find("%$"), ("a\n"):find("a$")) -- expect: two\t2\t2\tnil
local n = 0
for w in ("^a^a"):gmatch("^a") do n = n + 1 end
print(n) -- expect: 2
