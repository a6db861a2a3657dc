-- Pattern matching.
print(("key = value"):match("^(%w+)%s*=%s*(%w+)$")) -- expect: key\tvalue
print(("hello world"):find("o w"), ("abc"):find("b()")) -- expect: 5\t2\t2\t3
print(("THE fox"):gsub("%u+", "x"), ("abc"):gsub("%w", "%0%0")) -- expect: x fox\taabbcc\t3
print(("f(a(b)c)d"):match("%b()"), ("  trim  "):match("^%s*(.-)%s*$")) -- expect: (a(b)c)\ttrim
print(("hello"):gsub("l", { l = "L" }), ("hello"):gsub("(h)(e)", function(a, b) return b .. a end))
-- expect: heLLo\tehllo\t1
for k, v in ("a=1, b=2"):gmatch("(%w+)=(%w+)") do print(k, v) end
-- expect: a\t1
-- expect: b\t2
print(("2024-01-02"):match("(%d+)-(%d+)-(%d+)")) -- expect: 2024\t01\t02
