-- %bxy matches balanced pairs, %f[set] a border into a set.
print(("f(a(b)c)d"):match("%b()"), ("((x)"):match("%b()"), ("x)("):match("%b()"), ("[[a]]"):find("%b[]"))
-- expect: (a(b)c)\t(x)\tnil\t1\t5
print(("<<a>>"):match("%b<>"), ("aXbXc"):match("%bXX"), ("\"q\""):match('%b""')) -- expect: <<a>>\tXbX\t"q"
print(("THE (quick) fox"):find("%f[%a]%a+%f[%A]"), ("THE (quick) fox"):gsub("%f[%a]%a+", "w"))
-- expect: 1\tw (w) w\t3
print(("foo.bar"):find("%f[%w]bar"), ("x"):find("%f[%z]"), ("[x]"):match("%f[%w]%w")) -- expect: 5\t2\tx
print(pcall(string.find, "x", "%b")) -- expect: false\tunbalanced pattern
print(pcall(string.find, "x", "%b(")) -- expect: false\tunbalanced pattern
print(pcall(string.find, "x", "%f")) -- expect: false\tmissing '[' after '%f' in pattern
print(pcall(string.find, "x", "%fa")) -- expect: false\tmissing '[' after '%f' in pattern
