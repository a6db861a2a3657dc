-- What is called must be callable; a __call metamethod will do.
print(pcall(function() for k in 5 do end end))
-- expect: false\tgeneric_for_errors.lua:2: attempt to call a number value
print(pcall(function() for k in nil do end end))
-- expect: false\tgeneric_for_errors.lua:4: attempt to call a nil value
print(pcall(function() for k in {} do end end))
-- expect: false\tgeneric_for_errors.lua:6: attempt to call a table value
print(pcall(function() for k in pairs(nil) do end end))
-- expect: false\tgeneric_for_errors.lua:8: bad argument #1 to 'pairs' (table expected, got nil)
print(pcall(function() for k in function() error("in iterator", 0) end do end end)) -- expect: false\tin iterator

local n = 0
local callable = setmetatable({}, { __call = function(self, s, c) n = n + 1 if n <= 2 then return n, s end end })
for i, s in callable, "state" do print(i, s) end
-- expect: 1\tstate
-- expect: 2\tstate
