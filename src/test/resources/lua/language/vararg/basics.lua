-- ... holds all extra arguments; in the middle of a list it gives its first value.
local function f(...) return ... end
print(f()) -- expect:
print(f(1, nil, 3)) -- expect: 1\tnil\t3
print((f(1, 2))) -- expect: 1
print(f(1, 2), "x") -- expect: 1\tx
local function g(a, ...) local b, c = ... return a, b, c end
print(g(1)) -- expect: 1\tnil\tnil
print(g(1, 2, 3, 4)) -- expect: 1\t2\t3
local function count(...) return select("#", ...) end
print(count(), count(nil), count(nil, nil), count(1, nil, nil)) -- expect: 0\t1\t2\t3
local function pack(...) return { ... } end
local t = pack(1, 2, 3)
print(#t, t[1], t[3]) -- expect: 3\t1\t3
local function mix(...) return { "first", ..., "last" } end
print(#mix("a", "b"), mix("a", "b")[2]) -- expect: 3\ta
