-- Lines are counted through strings, comments and all kinds of line ends.
local function line(text) return (select(2, pcall(loadstring(text, "=s")))) end
print(line("\n\nerror('x')")) -- expect: s:3: x
print(line("\r\n\r\nerror('x')")) -- expect: s:3: x
print(line("\r\rerror('x')")) -- expect: s:3: x
print(line("\n\r\n\rerror('x')")) -- expect: s:3: x
print(line("--[[\n\n]] error('x')")) -- expect: s:3: x
print(line("local s = [[\n\n\n]] error('x')")) -- expect: s:4: x
print(line("local s = 'a\\\nb' error('x')")) -- expect: s:2: x
print(line("-- one\n-- two\n\n\n\n\n\n\n\n\nerror('x')")) -- expect: s:11: x
print(line("error(\n'x'\n)")) -- expect: s:1: x
print(line("local a =\n1 +\nnil")) -- expect: s:3: attempt to perform arithmetic on a nil value
print(line(("\n"):rep(300) .. "error('x')")) -- expect: s:301: x
