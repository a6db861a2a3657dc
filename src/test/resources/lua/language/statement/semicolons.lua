-- A semicolon may follow a statement but may not stand alone.
local a = 1; local b = 2; print(a + b); -- expect: 3
print(loadstring(";")) -- expect: nil\t[string ";"]:1: unexpected symbol near ';'
print(loadstring("a = 1;;")) -- expect: nil\t[string "a = 1;;"]:1: unexpected symbol near ';'
print(loadstring("do ; end")) -- expect: nil\t[string "do ; end"]:1: unexpected symbol near ';'
print(type(loadstring("a = 1; b = 2;"))) -- expect: function
print(type(loadstring("return;"))) -- expect: function
