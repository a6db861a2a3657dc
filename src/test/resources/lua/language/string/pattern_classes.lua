-- Character classes over all bytes 0 to 127.
for _, class in ipairs({ "%a", "%c", "%d", "%l", "%p", "%s", "%u", "%w", "%x", "%z", "." }) do
  local n, first = 0, nil
  local not_n = 0
  local upper = class:upper()
  for b = 0, 127 do
    local c = string.char(b)
    if c:find(class) then n = n + 1 first = first or b end
    if class ~= "." and c:find(upper) then not_n = not_n + 1 end
  end
  print(class, n, first, not_n)
  -- expect: %a\t52\t65\t76
  -- expect: %c\t33\t0\t95
  -- expect: %d\t10\t48\t118
  -- expect: %l\t26\t97\t102
  -- expect: %p\t32\t33\t96
  -- expect: %s\t6\t9\t122
  -- expect: %u\t26\t65\t102
  -- expect: %w\t62\t48\t66
  -- expect: %x\t22\t48\t106
  -- expect: %z\t1\t0\t127
  -- expect: .\t128\t0\t0
end
print(("a.b"):find("%."), ("a%b"):find("%%"), ("x-y"):find("%-"), ("q"):find("%q")) -- expect: 2\t2\t2\t1\t1
