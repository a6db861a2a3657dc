-- __concat is asked when an operand is neither string nor number; chains work from the right.
local mt = {}
mt.__concat = function(a, b)
  local function show(x) return type(x) == "table" and x.name or tostring(x) end
  return setmetatable({ name = "(" .. show(a) .. "." .. show(b) .. ")" }, mt)
end
local a, b = setmetatable({ name = "A" }, mt), setmetatable({ name = "B" }, mt)
print((a .. b).name, (a .. "x").name, ("x" .. a).name, (1 .. a).name, (a .. nil).name)
-- expect: (A.B)\t(A.x)\t(x.A)\t(1.A)\t(A.nil)
print((a .. "x" .. "y").name, ("x" .. "y" .. a).name, ("x" .. a .. "y").name, (a .. b .. a).name)
-- expect: (A.xy)\t(x.(y.A))\t(x.(A.y))\t(A.(B.A))
print(("w" .. "x" .. a .. "y" .. "z").name) -- expect: (w.(x.(A.yz)))
local s = setmetatable({}, { __concat = function() return "cat" end })
print(s .. s, s .. "!" , "<" .. s .. ">", 1 .. 2 .. s) -- expect: cat\tcat\t<cat\t1cat
