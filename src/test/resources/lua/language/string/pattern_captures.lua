-- Captures, position captures, back references.
print(("key=val"):match("(%w+)=(%w+)"), ("abc"):match("()b()"), ("abc"):find("(b)(c)")) -- expect: key\t2\t2\t3\tb\tc
print(("abc"):match("((a)(b))"), ("hello"):match("(l)%1"), ("say 'hi' now"):match("(['\"])(.-)%1"))
-- expect: ab\tl\t'\thi
print(("abc"):match("(a*(.)%w(%s*))"), (""):match("()"), ("x"):match("(y?)") == "") -- expect: abc\t1\ttrue
print(("abab"):find("(ab)%1"), ("abba"):find("(a)(b)%2%1")) -- expect: 1\t1\t4\ta\tb
print(pcall(string.find, "a", "(")) -- expect: false\tunfinished capture
print(pcall(string.find, "a", "(a")) -- expect: false\tunfinished capture
print(pcall(string.find, "a", ")")) -- expect: true\tnil
print(pcall(string.find, "a", "a)")) -- expect: true\tnil
print(pcall(string.find, "a", "%1")) -- expect: false\tinvalid capture index
print(pcall(string.find, "aa", "(a)%2")) -- expect: false\tinvalid capture index
print(pcall(string.find, "aa", "(a%1)")) -- expect: false\tinvalid capture index
print(pcall(string.find, "a", "%")) -- expect: false\tmalformed pattern (ends with '%')
print(pcall(string.match, "abc", ("(a?)"):rep(33))) -- expect: false\ttoo many captures
