-- __newindex catches assignments to absent keys: a function is called, a table is assigned to.
local log = {}
local t = setmetatable({ here = 1 }, { __newindex = function(self, k, v) log[#log + 1] = k .. "=" .. tostring(v) end })
t.here = 2
t.away = 3
t.here = nil
t.here = 4
print(t.here, t.away, table.concat(log, " ")) -- expect: nil\tnil\taway=3 here=4

local store = {}
local proxy = setmetatable({}, { __newindex = store, __index = store })
proxy.x = 1
print(rawget(proxy, "x"), store.x, proxy.x) -- expect: nil\t1\t1
rawset(proxy, "x", 2)
proxy.x = 3
print(proxy.x, store.x) -- expect: 3\t1
print(pcall(function() setmetatable({}, { __newindex = 5 }).x = 1 end))
-- expect: false\tnewindex.lua:17: attempt to index a number value
print(pcall(function() setmetatable({}, { __newindex = function() error("refused", 0) end }).x = 1 end))
-- expect: false\trefused
