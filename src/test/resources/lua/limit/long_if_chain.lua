-- Hundreds of elseif branches and of or operands.
local text = { "local x = ... if x == 0 then return 'zero' " }
for i = 1, 300 do text[#text + 1] = "elseif x == " .. i .. " then return 'n" .. i .. "' " end
text[#text + 1] = "else return 'other' end"
local f = loadstring(table.concat(text))
print(f(0), f(1), f(150), f(300), f(301)) -- expect: zero\tn1\tn150\tn300\tother
local g = loadstring("local x = ... return x == 0" .. (" or x == 1"):rep(300) .. " or x == 2")
print(g(0), g(1), g(2), g(3)) -- expect: true\ttrue\ttrue\tfalse
