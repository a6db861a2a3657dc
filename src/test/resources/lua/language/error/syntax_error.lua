-- A chunk that does not compile raises nothing: loadstring gives nil and the message.
local function try(text)
  local f, message = loadstring(text, "=s")
  print(f, message)
end
try("x =") -- expect: nil\ts:1: unexpected symbol near '<eof>'
try("x = = 1") -- expect: nil\ts:1: unexpected symbol near '='
try("for i = 1 do end") -- expect: nil\ts:1: ',' expected near 'do'
try("if x then") -- expect: nil\ts:1: 'end' expected near '<eof>'
try("if x\nthen\ny()\n") -- expect: nil\ts:4: 'end' expected (to close 'if' at line 1) near '<eof>'
try("f(\n1,\n2\n") -- expect: nil\ts:4: ')' expected (to close '(' at line 1) near '<eof>'
try("a = {1, 2") -- expect: nil\ts:1: '}' expected near '<eof>'
try("local function a.b() end") -- expect: nil\ts:1: '(' expected near '.'
try("return return") -- expect: nil\ts:1: unexpected symbol near 'return'
try("break") -- expect: nil\ts:1: no loop to break near '<eof>'
try("x, y() = 1, 2") -- expect: nil\ts:1: syntax error near '='
try("f\n(1)") -- expect: nil\ts:2: ambiguous syntax (function call x new statement) near '('
try("x = 'abc") -- expect: nil\ts:1: unfinished string near '<eof>'
try("x = 1.2.3") -- expect: nil\ts:1: malformed number near '1.2.3'
try("x = @") -- expect: nil\ts:1: unexpected symbol near '@'
try("x != 1") -- expect: nil\ts:1: '=' expected near '!'
try("x += 1") -- expect: nil\ts:1: '=' expected near '+'
try("a.1 = 2") -- expect: nil\ts:1: '=' expected near '.1'
try("local x <const> = 1") -- expect: nil\ts:1: unexpected symbol near '<'
try("return 1 // 2") -- expect: nil\ts:1: unexpected symbol near '/'
try("x = 'tail' y") -- expect: nil\ts:1: '=' expected near '<eof>'
try("end") -- expect: nil\ts:1: '<eof>' expected near 'end'
