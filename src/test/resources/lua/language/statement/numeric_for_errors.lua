-- All three values must be numbers or strings that read as numbers; a step of 0 never runs.
for i = "1", "3" do print(i, type(i)) end
-- expect: 1\tnumber
-- expect: 2\tnumber
-- expect: 3\tnumber
for i = 1, 10, 0 do print("never") break end
print(pcall(function() for i = {}, 2 do end end))
-- expect: false\tnumeric_for_errors.lua:7: 'for' initial value must be a number
print(pcall(function() for i = 1, "x" do end end))
-- expect: false\tnumeric_for_errors.lua:9: 'for' limit must be a number
print(pcall(function() for i = 1, 2, false do end end))
-- expect: false\tnumeric_for_errors.lua:11: 'for' step must be a number
print(pcall(function() for i = nil, 2 do end end))
-- expect: false\tnumeric_for_errors.lua:13: 'for' initial value must be a number
local n = 0
for i = 1, math.huge do n = i if i == 5 then break end end
print(n) -- expect: 5
for i = 1, -math.huge, -1 do n = i if i == -3 then break end end
print(n) -- expect: -3
