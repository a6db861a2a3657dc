-- A concatenation of more operands than registers is refused; up to that it is one operation.
local function cat(n) return "local a = 'x' return " .. ("a .. "):rep(n - 1) .. "a" end
print(#loadstring(cat(100))(), #loadstring(cat(150))()) -- expect: 100\t150
local function call(n) return "local a = 'x' return select('#', " .. ("a,"):rep(n - 1) .. "a)" end
print(loadstring(call(200))()) -- expect: 200
print(loadstring(call(260), "=r")) -- expect: nil\tr:1: function or expression too complex near 'a'
