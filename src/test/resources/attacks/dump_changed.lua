-- expect: prints done
local d = string.dump(function(a) local b = a + 1 return b end)
for i = 1, #d do
  local f = loadstring(d:sub(1, i - 1) .. string.char((d:byte(i) + 1) % 256) .. d:sub(i + 1))
  if f then pcall(f, 1) end
end
print("done")
