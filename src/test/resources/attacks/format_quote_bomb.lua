-- expect: error string length overflow
local s = string.rep("\0", 4000)
print(#string.format("%q", s), #string.format("%q%q%q%q", s, s, s, s))
