-- A vararg function that does not use ... gets the table arg, with the number of values in n.
local function f(...) return arg.n, #arg, arg[1], arg[2] end
print(f()) -- expect: 0\t0\tnil\tnil
print(f("a", "b", "c")) -- expect: 3\t3\ta\tb
print(f(nil, nil)) -- expect: 2\t0\tnil\tnil
local function g(x, ...) return x, arg.n, arg[1] end
print(g("x")) -- expect: x\t0\tnil
print(g("x", "y", "z")) -- expect: x\t2\ty
local function change(...)
  arg[1] = "changed"
  arg.n = nil
  return unpack(arg)
end
print(change(1, 2, 3)) -- expect: changed\t2\t3
