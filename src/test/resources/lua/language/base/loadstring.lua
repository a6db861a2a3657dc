-- loadstring compiles a text; the second argument is the chunk's name.
print(loadstring("return 1 + 1")()) -- expect: 2
print(loadstring("local a, b = ... return b, a")(1, 2)) -- expect: 2\t1
print(type(loadstring("")), select("#", loadstring("")())) -- expect: function\t0
print(loadstring("x x")) -- expect: nil\t[string "x x"]:1: '=' expected near 'x'
print(loadstring("x x", "=name")) -- expect: nil\tname:1: '=' expected near 'x'
print(loadstring("x x", "@file.lua")) -- expect: nil\tfile.lua:1: '=' expected near 'x'
print(loadstring("x x", "text")) -- expect: nil\t[string "text"]:1: '=' expected near 'x'
print(loadstring("x x", "line one\nline two")) -- expect: nil\t[string "line one..."]:1: '=' expected near 'x'
print(loadstring("x x", "=" .. ("n"):rep(100)))
-- expect: nil\tnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn:1: '=' expected near 'x'
print(loadstring("x x", "@" .. ("n"):rep(100)))
-- expect: nil\t...nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn:1: '=' expected near 'x'
print(loadstring("x x", ("n"):rep(100)))
-- expect: nil\t[string "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn..."]:1: '=' expected near 'x'
print(pcall(loadstring)) -- expect: false\tbad argument #1 to '?' (string expected, got no value)
print(pcall(loadstring, {})) -- expect: false\tbad argument #1 to '?' (string expected, got table)
print(loadstring(12)) -- expect: nil\t[string "12"]:1: unexpected symbol near '12'
print(loadstring("#comment")) -- expect: nil\t[string "#comment"]:1: unexpected symbol near '#'
print(loadstring("return 1", "=x", "extra")()) -- expect: 1
