-- Patterns of everyday programs.
local function trim(s) return (s:gsub("^%s+", ""):gsub("%s+$", "")) end
print("[" .. trim("  a b \t\n") .. "]") -- expect: [a b]
local function split(s, sep) local out = {} for piece in (s .. sep):gmatch("(.-)" .. sep:gsub("%p", "%%%0")) do out[#out + 1] = piece end return out end
print(table.concat(split("a.b..c", "."), "|"), #split("", ",")) -- expect: a|b||c\t1
print(("GET /path?x=1&y=%20z HTTP/1.1"):match("^(%u+) (%S+) HTTP/(%d%.%d)$")) -- expect: GET\t/path?x=1&y=%20z\t1.1
print((("y=%20z%41"):gsub("%%(%x%x)", function(h) return string.char(tonumber(h, 16)) end))) -- expect: y= zA
print(("192.168.1.10"):match("^(%d+)%.(%d+)%.(%d+)%.(%d+)$")) -- expect: 192\t168\t1\t10
print((("camelCaseName"):gsub("%u", function(c) return "_" .. c:lower() end))) -- expect: camel_case_name
print(("key: value # comment"):match("^(%w+):%s*(.-)%s*#")) -- expect: key\tvalue
print(("/a/b/c.lua"):match("([^/]*)%.(%w+)$")) -- expect: c\tlua
print((("%d %s"):gsub("%%", "%%%%")), (("a\nb\n"):gsub("\n", "\\n"))) -- expect: %%d %%s\ta\nb\n
print((("1234567"):reverse():gsub("(%d%d%d)", "%1,"):reverse():gsub("^,", ""))) -- expect: 1,234,567
for line in ("one\ntwo\n\nfour"):gmatch("([^\n]*)\n?") do if line ~= "" then print(line) end end
-- expect: one
-- expect: two
-- expect: four
