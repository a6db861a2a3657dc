-- goto is no keyword: it names variables, fields and methods.
local goto = 1
goto = goto + 1
print(goto) -- expect: 2
local t = { goto = "field" }
function t:label() return self.goto end
print(t.goto, t:label()) -- expect: field\tfield
print(loadstring("goto done")) -- expect: nil\t[string "goto done"]:1: '=' expected near 'done'
print(loadstring("::done::")) -- expect: nil\t[string "::done::"]:1: unexpected symbol near ':'
print(loadstring("goto = 5 return goto")()) -- expect: 5
