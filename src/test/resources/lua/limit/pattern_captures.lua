-- A pattern has at most 10 captures.
print(select("#", ("x"):rep(40):match(("(x)"):rep(10)))) -- expect: 10
print(pcall(string.match, ("x"):rep(40), ("(x)"):rep(11))) -- expect: false\ttoo many captures
print(pcall(string.find, "x", ("()"):rep(11))) -- expect: false\ttoo many captures
print(pcall(string.gsub, "x", ("()"):rep(11), "%1")) -- expect: false\ttoo many captures
print(("x"):rep(40):gsub(("(x)"):rep(9), "%9%1")) -- expect: xxxxxxxxxxxx\t4
print(select("#", ("x"):find(("()"):rep(10))), ("x"):find(("("):rep(10) .. "x" .. (")"):rep(10)))
-- expect: 12\t1\t1\tx\tx\tx\tx\tx\tx\tx\tx\tx\tx
