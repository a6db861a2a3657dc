-- A strict table and a default table.
local strict = setmetatable({ known = 1 }, { __index = function(_, k) error("unknown " .. k, 0) end })
print(strict.known, (select(2, pcall(function() return strict.other end)):match("unknown other")))
-- expect: 1\tunknown other
local defaults = setmetatable({}, { __index = function() return 0 end })
for w in ("a b a c a"):gmatch("%a") do defaults[w] = defaults[w] + 1 end
print(defaults.a, defaults.b, defaults.z) -- expect: 3\t1\t0
local proxy = setmetatable({}, { __metatable = "locked" })
print(getmetatable(proxy), (pcall(setmetatable, proxy, {}))) -- expect: locked\tfalse
