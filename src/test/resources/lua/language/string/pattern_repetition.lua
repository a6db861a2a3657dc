-- * + - ? and how much each takes.
print(("aaab"):match("a*"), ("aaab"):match("a+"), ("aaab"):match("a-b"), ("aaab"):match("a?"), ("b"):match("a*") == "")
-- expect: aaa\taaa\taaab\ta\ttrue
print(("<a><b>"):match("<.*>"), ("<a><b>"):match("<.->"), ("abc"):match(".-") == "", ("abc"):match(".-$"))
-- expect: <a><b>\t<a>\ttrue\tabc
print(("ab12"):match("%a+%d+"), ("12"):match("%a?%d"), ("foo.bar"):match("^(.-)%.(.*)$")) -- expect: ab12\t1\tfoo\tbar
print(("xyz"):find("y*"), ("xyz"):find("y+"), ("aXb"):find("%u?b"), ("aaa"):find("a-", 2)) -- expect: 1\t2\t2\t2\t1
print(("key = value"):match("^(%w+)%s*=%s*(%w+)$")) -- expect: key\tvalue
print(("*+-?"):match("%*%+%-%?"), ("a*"):match("a%*"), ("**"):match("*"), ("^a"):match("a"), ("a$"):match("a$"))
-- expect: *+-?\ta*\t*\ta\tnil
print(("a+b"):gsub("+", "plus")) -- expect: aplusb\t1
