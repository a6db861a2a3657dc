-- A local declared without value is nil in every round, whatever its slot held before.
for i = 1, 3 do
  local v
  print(v)
  -- expect: nil
  -- expect: nil
  -- expect: nil
  v = i
end
do local a, b, c = 1, 2, 3 end
do local a, b, c print(a, b, c) end -- expect: nil\tnil\tnil
local function f(n)
  if n > 0 then local t = n print(t) end
  local u
  return u
end
print(f(1))
-- expect: 1
-- expect: nil
