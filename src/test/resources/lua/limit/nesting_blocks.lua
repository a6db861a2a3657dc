-- Blocks and functions nest at most 200 levels.
local function nested(open, close, n) return open:rep(n) .. " x = 1 " .. close:rep(n) end
print(type(loadstring(nested("do ", "end ", 190), "=b"))) -- expect: function
print(loadstring(nested("do ", "end ", 201), "=b")) -- expect: nil\tb:1: chunk has too many syntax levels
print(type(loadstring(nested("while false do ", "end ", 150), "=b"))) -- expect: function
print(loadstring(nested("while false do ", "end ", 201), "=b")) -- expect: nil\tb:1: chunk has too many syntax levels
print(loadstring(nested("if x then ", "end ", 201), "=b")) -- expect: nil\tb:1: chunk has too many syntax levels
print(loadstring(nested("local function f() ", "end ", 201), "=b"))
-- expect: nil\tb:1: chunk has too many syntax levels
print(type(loadstring(nested("local function f() ", "end ", 60), "=b"))) -- expect: function
print(loadstring("x = " .. ("f("):rep(250), "=b")) -- expect: nil\tb:1: chunk has too many syntax levels
