-- Each arithmetic operator has an event; either operand may bring the handler, the left one first.
local mt = {}
for _, name in ipairs({ "add", "sub", "mul", "div", "mod", "pow" }) do
  mt["__" .. name] = function(a, b)
    return name .. (type(a) == "table" and " t " or " " .. tostring(a) .. " ") .. (type(b) == "table" and "t" or tostring(b))
  end
end
mt.__unm = function(a, b) return "unm " .. tostring(rawequal(a, b)) end
local t = setmetatable({}, mt)
print(t + 1, 1 - t, t * t, t / "x", nil % t, t ^ 2, -t)
-- expect: add t 1\tsub 1 t\tmul t t\tdiv t x\tmod nil t\tpow t 2\tunm true
print(2 + t, 2 * t, "10" / t, t % true) -- expect: add 2 t\tmul 2 t\tdiv 10 t\tmod t true
local left = setmetatable({}, { __add = function() return "left" end })
local right = setmetatable({}, { __add = function() return "right" end })
print(left + right, right + left, 1 + right, {} + right, left + nil) -- expect: left\tright\tright\tright\tleft
