-- Numbers and strings compare by value, everything else by identity, different types never.
print(1 == 1.0, 1 == "1", "a" == "a", nil == false, 0 == -0) -- expect: true\tfalse\ttrue\tfalse\ttrue
print(1 ~= 2, "1" ~= 1, nil ~= nil) -- expect: true\ttrue\tfalse
local t = {}
print(t == t, t == {}, {} == {}, t ~= {}) -- expect: true\tfalse\tfalse\ttrue
local f = function() end
print(f == f, f == function() end, print == print) -- expect: true\tfalse\ttrue
local nan = 0 / 0
print(nan == nan, nan ~= nan) -- expect: false\ttrue
local s = "ab"
print(s .. "c" == "abc", ("x"):rep(3) == "xxx") -- expect: true\ttrue
print(1 / 0 == 1 / 0, -1 / 0 == 1 / 0) -- expect: true\tfalse
local co = coroutine.create(f)
print(co == co, co == coroutine.create(f)) -- expect: true\tfalse
