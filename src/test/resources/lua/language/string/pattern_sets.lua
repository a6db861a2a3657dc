-- Sets: ranges, complements, classes within, odd places of ] and -.
print(("abc123"):match("[0-9]+"), ("abc123"):match("[^0-9]+"), ("abc123"):match("[a-c1-2]+"), ("x_1"):match("[%w_]+"))
-- expect: 123\tabc\tabc12\tx_1
print(("a]b"):find("[]]"), ("a]b"):match("[^]]+"), ("a-b"):match("[a%-]+"), ("a-b"):find("[-]"), ("b-"):match("[a-]+"))
-- expect: 2\ta\ta-\t2\t-
print(("a^b"):find("[%^]"), ("a^b"):find("[b^]"), ("%"):find("[%%]"), (" \t"):match("[%s]+") == " \t")
-- expect: 2\t2\t1\ttrue
print(("abc"):find("[c-a]"), ("a.c"):match("[.]"), ("+"):find("[+-]"), ("ab"):match("[%a]*")) -- expect: nil\t.\t1\tab
print(("\0a"):find("[%z]"), ("z"):find("[a-y]"), ("\195\169"):find("[\195]")) -- expect: 1\tnil\t1\t1
print(pcall(string.find, "x", "[a")) -- expect: false\tmalformed pattern (missing ']')
print(pcall(string.find, "x", "[")) -- expect: false\tmalformed pattern (missing ']')
print(pcall(string.find, "x", "[]")) -- expect: false\tmalformed pattern (missing ']')
print(pcall(string.find, "x", "[^]")) -- expect: false\tmalformed pattern (missing ']')
print(pcall(string.find, "x", "[a-")) -- expect: false\tmalformed pattern (missing ']')
print(pcall(string.find, "x", "[%")) -- expect: false\tmalformed pattern (missing ']')
