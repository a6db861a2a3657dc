-- Each round has its own variables, and assigning to the first one does not disturb the control value.
local fs = {}
for i, v in ipairs({ "a", "b", "c" }) do
  fs[i] = function() return i, v end
end
print(fs[1]()) -- expect: 1\ta
print(fs[3]()) -- expect: 3\tc

for i, v in ipairs({ "x", "y" }) do
  i = i * 10
  print(i, v)
  -- expect: 10\tx
  -- expect: 20\ty
end
