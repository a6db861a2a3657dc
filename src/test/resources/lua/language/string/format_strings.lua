-- %s takes strings and numbers only; %q quotes; %% is a percent sign.
print(string.format("%s %s", "a", 1.5), string.format("%%"), string.format("100%%"), string.format("plain"))
-- expect: a 1.5\t%\t100%\tplain
print(string.format("%10s|%-10s|%.3s|%10.2s|%.0s|", "abc", "abc", "abcdef", "abc", "abc"))
-- expect:        abc|abc       |abc|        ab||
print(string.format("%q", 'say "hi" \\ there')) -- expect: "say \"hi\" \\ there"
print((string.format("%q", "line\nbreak\r\0end"):gsub("\n", "<NL>"))) -- expect: "line\<NL>break\r\000end"
print(string.format("%q", 12), #string.format("%s", ("x"):rep(500))) -- expect: "12"\t500
print(#string.format("%s|", "a\0b"), string.format(5), string.format("%s", "extra", "ignored")) -- expect: 2\t5\textra
print(pcall(string.format, "%s")) -- expect: false\tbad argument #2 to '?' (no value)
print(pcall(string.format, "%s", nil)) -- expect: false\tbad argument #2 to '?' (string expected, got nil)
print(pcall(string.format, "%s", true)) -- expect: false\tbad argument #2 to '?' (string expected, got boolean)
print(pcall(string.format, "%s", {})) -- expect: false\tbad argument #2 to '?' (string expected, got table)
print(pcall(string.format, "%s", setmetatable({}, { __tostring = function() return "T" end })))
-- expect: false\tbad argument #2 to '?' (string expected, got table)
print(pcall(string.format, "%q", nil)) -- expect: false\tbad argument #2 to '?' (string expected, got nil)
print(pcall(string.format)) -- expect: false\tbad argument #1 to '?' (string expected, got no value)
print(pcall(string.format, {})) -- expect: false\tbad argument #1 to '?' (string expected, got table)
