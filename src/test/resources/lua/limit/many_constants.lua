-- More than 256 constants do not fit an operand and are loaded first.
local lines = { "local t, s = {}, 0" }
for i = 1, 300 do lines[#lines + 1] = "t.k" .. i .. " = " .. i + 0.5 end
for i = 1, 300 do lines[#lines + 1] = "s = s + t.k" .. i end
lines[#lines + 1] = "if t.k300 == 300.5 and t.k299 < 299.75 and 'last' ~= t.k298 then s = s + 0.25 end"
lines[#lines + 1] = "function t.late(x) return x .. 'tail' end"
lines[#lines + 1] = "return s, t.k300, t.late('x'), t:late() ~= nil"
print(loadstring(table.concat(lines, "\n"):gsub("t:late%(%)", "t.late('y')"))())
-- expect: 45300.25\t300.5\txtail\ttrue
local many = {}
for i = 1, 2000 do many[i] = "'s" .. i .. "'" end
print(loadstring("return select('#', " .. table.concat(many, ",", 1, 200) .. ")")()) -- expect: 200
print(#loadstring("return {" .. table.concat(many, ",") .. "}")()) -- expect: 2000
