-- Varargs can be forwarded, wrapped and stored.
local function forward(...) return print(...) end
forward(1, nil, "x") -- expect: 1\tnil\tx
local function wrap(f, ...)
  local args, n = { ... }, select("#", ...)
  return function() return f(unpack(args, 1, n)) end
end
print(select("#", wrap(function(...) return ... end, nil, 2, nil)())) -- expect: 3
local function sum(...)
  local s = 0
  for i = 1, select("#", ...) do s = s + (select(i, ...)) end
  return s
end
print(sum(), sum(1), sum(1, 2, 3, 4)) -- expect: 0\t1\t10
local function rec(first, ...) if first then return first + rec(...) end return 0 end
print(rec(1, 2, 3, 4, 5)) -- expect: 15
