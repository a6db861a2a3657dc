-- pairs(_G) does not show the base functions that lie in flash, only what is in RAM.
mine = 1
local shown = {}
for k in pairs(_G) do shown[k] = true end
print(shown.mine, shown.print, shown.type, shown.pairs, shown.ipairs, shown.newproxy)
-- expect: true\tnil\tnil\ttrue\ttrue\ttrue
print(shown._G, shown._VERSION, shown.string, shown.table, shown.package) -- expect: true\ttrue\tnil\tnil\ttrue
print(rawget(_G, "print"), print == _G.print, type(print)) -- expect: nil\ttrue\tfunction
print = print
print(rawget(_G, "print") == print) -- expect: true
