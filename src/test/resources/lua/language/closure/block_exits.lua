-- Variables are closed however their block is left: end, break, return, error, the next round.
local out = {}
local function keep(f) out[#out + 1] = f end
do local a = 1 keep(function() a = a + 1 return a end) end
for i = 1, 2 do local b = i * 10 keep(function() b = b + i return b end) if i == 2 then break end end
local function early(x) do local c = x keep(function() c = c * 2 return c end) return c end end
early(3)
pcall(function() local d = 5 keep(function() d = d - 1 return d end) error("x") end)
local n = 0
while n < 2 do n = n + 1 local e = n keep(function() e = e .. "" return e end) end
repeat local f = n keep(function() f = f + 0.5 return f end) n = n - 1 until f == 1
for k, v in pairs({ "v" }) do keep(function() v = v .. k return v end) end
local function shadow() local s = {} out = s clobber = { 1, 2, 3, 4, 5 } end
local saved = out
shadow()
for _, f in ipairs(saved) do print(f(), f()) end
-- expect: 2\t3
-- expect: 11\t12
-- expect: 22\t24
-- expect: 6\t12
-- expect: 4\t3
-- expect: 1\t1
-- expect: 2\t2
-- expect: 2.5\t3
-- expect: 1.5\t2
-- expect: v1\tv11
