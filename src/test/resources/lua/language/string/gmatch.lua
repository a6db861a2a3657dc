-- gmatch gives each match; empty matches move on by one.
for w in ("one two  three"):gmatch("%a+") do print(w) end
-- expect: one
-- expect: two
-- expect: three
for k, v in ("a=1, b=2"):gmatch("(%w+)=(%w+)") do print(k, v) end
-- expect: a\t1
-- expect: b\t2
local parts = {}
for w in ("a,b,,c"):gmatch("([^,]*)") do parts[#parts + 1] = "<" .. w .. ">" end
print(table.concat(parts)) -- expect: <a><><b><><><c><>
local positions = {}
for p in ("abc"):gmatch("()") do positions[#positions + 1] = p end
print(table.concat(positions, " ")) -- expect: 1 2 3 4
local f = ("ab"):gmatch(".")
print(f(), f(), f(), f()) -- expect: a\tb\tnil
print(string.gfind == string.gmatch, type(string.gfind)) -- expect: true\tfunction
print(pcall(string.gmatch)) -- expect: false\tbad argument #1 to '?' (string expected, got no value)
print(pcall(string.gmatch, "x")) -- expect: false\tbad argument #2 to '?' (string expected, got no value)
print(pcall(function() for w in ("x"):gmatch("[") do end end))
-- expect: false\tgmatch.lua:20: malformed pattern (missing ']')
