-- In statements over several lines the error carries the line of its instruction.
local function where(text) return (select(2, pcall(loadstring(text, "=s")))) end
print(where("local t = nil\nlocal x = 1 +\n2 +\nt.x")) -- expect: s:4: attempt to index a nil value
print(where("local a = {\n1,\n2,\nb.c,\n3\n}")) -- expect: s:4: attempt to index global 'b' (a nil value)
print(where("f(\n1,\n2\n)")) -- expect: s:1: attempt to call global 'f' (a nil value)
print(where("local t = {}\nt\n.x\n.y = 1")) -- expect: s:4: attempt to index field 'x' (a nil value)
print(where("local t = {}\nreturn t\n:method(\n1)")) -- expect: s:3: attempt to call method 'method' (a nil value)
print(where("local x = 'a' ..\n'b' ..\n{} ..\n'c'")) -- expect: s:4: attempt to concatenate a table value
print(where("return 1 <\n{}")) -- expect: s:2: attempt to compare number with table
print(where("for i = 1,\n'x' do\nend")) -- expect: s:2: 'for' limit must be a number
print(where("for k in\nnil\ndo\nend")) -- expect: s:2: attempt to call a nil value
print(where("local function f()\nreturn\nnil + 1\nend\n\nf()"))
-- expect: s:3: attempt to perform arithmetic on a nil value
print(where("if (nil)\n.x\nthen end")) -- expect: s:2: attempt to index a nil value
print(where("x = function()\nend\ny = x.z.w")) -- expect: s:3: attempt to index global 'x' (a function value)
