-- Expressions nest at most 200 levels.
local function nested(open, close, n) return "return " .. open:rep(n) .. "1" .. close:rep(n) end
print(loadstring(nested("(", ")", 190), "=n")()) -- expect: 1
print(loadstring(nested("(", ")", 201), "=n")) -- expect: nil\tn:1: chunk has too many syntax levels
print(type(loadstring(nested("{", "}", 190), "=n")())) -- expect: table
print(loadstring(nested("{", "}", 201), "=n")) -- expect: nil\tn:1: chunk has too many syntax levels
print(loadstring("return " .. ("-"):rep(1) .. ("(-"):rep(90) .. "1" .. (")"):rep(90), "=n")()) -- expect: -1
print(loadstring("return " .. ("not "):rep(150) .. "1", "=n")()) -- expect: true
print(loadstring("return " .. ("not "):rep(250) .. "1", "=n")) -- expect: nil\tn:1: chunk has too many syntax levels
print(loadstring("return " .. ("1 .. "):rep(150) .. "1", "=n")() == ("1"):rep(151)) -- expect: true
print(loadstring("return " .. ("1 .. "):rep(250) .. "1", "=n")) -- expect: nil\tn:1: chunk has too many syntax levels
print(loadstring("return " .. ("2 ^ "):rep(250) .. "1", "=n")) -- expect: nil\tn:1: chunk has too many syntax levels
print(loadstring("return " .. ("1 + "):rep(1000) .. "1", "=n")()) -- expect: 1001
