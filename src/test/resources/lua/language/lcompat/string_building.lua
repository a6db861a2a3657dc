-- Concatenation in loops, numbers in texts, escapes.
local parts = {}
for i = 1, 10 do parts[#parts + 1] = i .. ":" .. i * i end
print(table.concat(parts, ";")) -- expect: 1:1;2:4;3:9;4:16;5:25;6:36;7:49;8:64;9:81;10:100
local s = ""
for c in ("hello"):gmatch(".") do s = c .. s end
print(s, #s, s == ("hello"):reverse()) -- expect: olleh\t5\ttrue
print(#"\0\1\2", ("\65\066"), "\"quoted\"", 'it\'s', #"a\nb", [[long
line]] == "long\nline") -- expect: 3\tAB\t"quoted"\tit's\t3\ttrue
