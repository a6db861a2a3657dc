local n = 0
for i = 1, 1000 do
  local s = string.format("%d:%s:%x", i, "name", i * 3)
  s = s:gsub("%d+", "<%0>")
  if s:find("name", 1, true) and s:find("<(%d+)>:(%a+)") then n = n + #s end
end
return n
