-- Long subjects and patterns; repetition does not recurse.
local long = ("a"):rep(20000)
print(#long:match("a*"), #long:match(".-$"), #long:match("^(a+)$"), long:find("b"), #long:match("[a-z]*"))
-- expect: 20000\t20000\t20000\tnil\t20000
print((long .. "b"):find("a-b")) -- expect: 1\t20001
print(#(("ab"):rep(2000):gsub("a", ""))) -- expect: 2000
print(("x"):rep(150):match(("x?"):rep(150)) == ("x"):rep(150)) -- expect: true
print(#("(" .. ("()"):rep(3000) .. ")"):match("%b()")) -- expect: 6002
