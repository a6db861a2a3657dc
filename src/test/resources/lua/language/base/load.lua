-- load pulls its text piece by piece from a function until it gets nil or "".
local function pieces(list)
  local i = 0
  return function() i = i + 1 return list[i] end
end
print(load(pieces({ "return ", "1 ", "+ 2" }))()) -- expect: 3
print(load(pieces({ "return 1", "", " + error" }))()) -- expect: 1
print(load(pieces({}))()) -- expect:
print(load(pieces({ "x ", "x" }))) -- expect: nil\t(load):1: '=' expected near 'x'
print(load(pieces({ "x ", "x" }), "=name")) -- expect: nil\tname:1: '=' expected near 'x'
print(load(pieces({ "re", "tu", "rn 'in pie", "ces'" }))()) -- expect: in pieces
print(load(function() error("reader", 0) end)) -- expect: nil\treader
print(load(function() return {} end)) -- expect: nil\tload.lua:13: reader function must return a string
print(pcall(load, "return 1")) -- expect: false\tbad argument #1 to '?' (function expected, got string)
print(pcall(load)) -- expect: false\tbad argument #1 to '?' (function expected, got no value)
local one = ("local x = 'long' return #x"):gmatch(".")
print(load(one)()) -- expect: 4
