-- Which texts read as numbers.
for _, s in ipairs({ "10", " 10 ", "+5", "-5", "5.", ".5", "1e2", "1E+2", "1e-2", "0x10", "0XfF", "-0x10", "0001", "\t7\n" }) do
  print(tonumber(s))
  -- expect: 10
  -- expect: 10
  -- expect: 5
  -- expect: -5
  -- expect: 5
  -- expect: 0.5
  -- expect: 100
  -- expect: 100
  -- expect: 0.01
  -- expect: 16
  -- expect: 255
  -- expect: -16
  -- expect: 1
  -- expect: 7
end
for _, s in ipairs({ "", " ", ".", "e5", "1e", "1 2", "--5", "- 5", "1,5", "0x", "0xg", "abc", "1_000", "5a", "0x1.g" }) do
  assert(tonumber(s) == nil, s)
end
print(tonumber("1e400"), tonumber("-1e400"), tonumber("1e-400")) -- expect: inf\t-inf\t0
print(tonumber("0xffffffff"), tonumber("4294967296"), tonumber("123456789012345678901"))
-- expect: 4294967295\t4294967296\t1.2345678901235e+20
print(tonumber("12\0"), tonumber("1\0002")) -- expect: 12\t1
