-- Results longer than a buffer's 256 bytes come out whole.
for _, n in ipairs({ 255, 256, 257, 511, 512, 513, 1000 }) do
  local s = ("ab"):rep(n):sub(1, n)
  local g = s:gsub("a", "a")
  local f = string.format("%s", s)
  local c = table.concat({ s, s }, "-")
  local r = s:reverse():reverse()
  print(n, #s, g == s, f == s, #c, r == s, s:upper():lower() == s)
  -- expect: 255\t255\ttrue\ttrue\t511\ttrue\ttrue
  -- expect: 256\t256\ttrue\ttrue\t513\ttrue\ttrue
  -- expect: 257\t257\ttrue\ttrue\t515\ttrue\ttrue
  -- expect: 511\t511\ttrue\ttrue\t1023\ttrue\ttrue
  -- expect: 512\t512\ttrue\ttrue\t1025\ttrue\ttrue
  -- expect: 513\t513\ttrue\ttrue\t1027\ttrue\ttrue
  -- expect: 1000\t1000\ttrue\ttrue\t2001\ttrue\ttrue
end
print(#("x"):rep(100):gsub("x", ("y"):rep(20))) -- expect: 2000
