-- Missing arguments are nil, extra ones are dropped.
local function f(a, b, c) return a, b, c end
print(f()) -- expect: nil\tnil\tnil
print(f(1)) -- expect: 1\tnil\tnil
print(f(1, 2, 3, 4)) -- expect: 1\t2\t3
print(f(nil, 2)) -- expect: nil\t2\tnil
print(f((f(7, 8)))) -- expect: 7\tnil\tnil
print(f(f(7, 8), f(5, 6))) -- expect: 7\t5\t6
print(f"literal", f{}~=nil, f[[long]]) -- expect: literal\ttrue\tlong\tnil\tnil
local s = "x"
print(s:rep(3), ("y"):rep(2), #s:rep(10)) -- expect: xxx\tyy\t10
