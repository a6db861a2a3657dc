-- a % b is a - floor(a / b) * b.
for _, p in ipairs({ { 7, 3 }, { -7, 3 }, { 7, -3 }, { -7, -3 }, { 7.5, 2 }, { -7.5, 2 }, { 1, 0.3 } }) do
  local a, b = p[1], p[2]
  print(a % b, a % b == a - math.floor(a / b) * b)
  -- expect: 1\ttrue
  -- expect: 2\ttrue
  -- expect: -2\ttrue
  -- expect: -1\ttrue
  -- expect: 1.5\ttrue
  -- expect: 0.5\ttrue
  -- expect: 0.1\ttrue
end
local zero = 0
print(1 % zero ~= 1 % zero) -- expect: true
print(0 % 5, 5 % 5, -5 % 5) -- expect: 0\t0\t0
print(2 ^ 40 % 1000, 1e15 % 7) -- expect: 776\t6
print(5 % math.huge ~= 5 % math.huge) -- expect: true
