-- Long strings take no escapes and drop a first newline; line ends become \n.
print([[one]], [==[two ]] ]=] still]==], #[[]], [[a\nb]]) -- expect: one\ttwo ]] ]=] still\t0\ta\nb
print(#[[

x]], [[
first line dropped]]) -- expect: 2\tfirst line dropped
print([=[nested [[brackets]] inside]=]) -- expect: nested [[brackets]] inside
print((loadstring("return [[a\r\nb\rc\n\rd]]")():gsub("\n", "|"))) -- expect: a|b|c|d
print(loadstring("return [[open")) -- expect: nil\t[string "return [[open"]:1: unfinished long string near '<eof>'
print(loadstring("return [=[open]]"))
-- expect: nil\t[string "return [=[open]]"]:1: unfinished long string near '<eof>'
print(loadstring("return [=x")) -- expect: nil\t[string "return [=x"]:1: invalid long string delimiter near '[='
local f = print
f[[called]] -- expect: called
f[==[
called]==] -- expect: called
