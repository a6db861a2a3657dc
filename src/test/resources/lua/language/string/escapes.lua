-- Escapes in short strings; \x and \z are none, and give the letter.
local function bytes(s) return table.concat({ s:byte(1, -1) }, " ") end
print(bytes("\a\b\f\n\r\t\v\\\"\'")) -- expect: 7 8 12 10 13 9 11 92 34 39
print(bytes("\0\1\10\65\255\0659")) -- expect: 0 1 10 65 255 65 57
print(bytes("\x41\z\u\q\e")) -- expect: 120 52 49 122 117 113 101
print(bytes("a\
b")) -- expect: 97 10 98
print(#"\0\0", ("a\0b"):len()) -- expect: 2\t3
print(loadstring("return '\\256'")) -- expect: nil\t[string "return '\256'"]:1: escape sequence too large near '''
print(loadstring("return '\\300'")) -- expect: nil\t[string "return '\300'"]:1: escape sequence too large near '''
print(loadstring("return 'open")) -- expect: nil\t[string "return 'open"]:1: unfinished string near '<eof>'
print(loadstring("return 'open\n'")) -- expect: nil\t[string "return 'open..."]:1: unfinished string near ''open'
print(loadstring("return \"a\\")) -- expect: nil\t[string "return "a\"]:1: unfinished string near '<eof>'
print('single "quotes"', "double 'quotes'", 'it\'s', "\"") -- expect: single "quotes"\tdouble 'quotes'\tit's\t"
