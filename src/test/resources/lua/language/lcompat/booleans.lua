-- and, or, not.
print(nil and 1, false and 1, 0 and 1, nil or 1, false or nil, not nil, not 0)
-- expect: nil\tfalse\t1\t1\tnil\ttrue\tfalse
local function f(x) return x and "yes" or "no" end
print(f(1), f(nil), f(false), f("")) -- expect: yes\tno\tno\tyes
local n = 0
local function touch() n = n + 1 return true end
local r = false and touch() or touch()
print(r, n) -- expect: true\t1
