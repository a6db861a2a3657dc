-- print separates by tabs and converts by tostring.
print() -- expect:
print(nil, true, false, 1, 1.5, "s", "") -- expect: nil\ttrue\tfalse\t1\t1.5\ts\t
print("a\tb", "multi\nline")
-- expect: a\tb\tmulti
-- expect: line
print((nil)) -- expect: nil
print(select("#", print("returns nothing")))
-- expect: returns nothing
-- expect: 0
print(type(tostring(print)), (tostring({}):gsub("0x%x+", "ADDRESS")), (tostring(print):gsub(":.*", "")))
-- expect: string\ttable: ADDRESS\tfunction
