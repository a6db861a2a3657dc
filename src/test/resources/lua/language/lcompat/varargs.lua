-- Varargs by ... and select.
local function count(...) return select("#", ...) end
print(count(), count(nil), count(1, nil, 3)) -- expect: 0\t1\t3
local function second(...) return (select(2, ...)) end
print(second("a", "b", "c")) -- expect: b
local function pack(...) return { n = select("#", ...), ... } end
local t = pack(1, nil, 3)
print(t.n, t[1], t[2], t[3]) -- expect: 3\t1\tnil\t3
print((function(...) return ... end)(1, 2, 3)) -- expect: 1\t2\t3
print(select(-1, "x", "y")) -- expect: y
