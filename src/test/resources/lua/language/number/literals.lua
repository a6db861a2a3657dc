-- Number literals: decimal, exponent, hexadecimal.
print(3, 3.0, .5, 5., 0.5e1, 1e2, 1E+2, 1e-2, 08) -- expect: 3\t3\t0.5\t5\t5\t100\t100\t0.01\t8
print(0x10, 0XFF, 0xabcdef, 0xffffffff, 0x7fffffff + 1) -- expect: 16\t255\t11259375\t4294967295\t2147483648
print(1e308, 1e309, 123456789012345678) -- expect: 1e+308\tinf\t1.2345678901235e+17
print(9007199254740993 == 9007199254740992, 0.1 == 1 / 10) -- expect: true\ttrue
for _, s in ipairs({ "3x", "0x", "0xg", "1e", "1e+", "1..2", "1.2.3", "3..", "0x1p4x" }) do
  print(loadstring("return " .. s, "=n"))
  -- expect: nil\tn:1: malformed number near '3x'
  -- expect: nil\tn:1: malformed number near '0x'
  -- expect: nil\tn:1: malformed number near '0xg'
  -- expect: nil\tn:1: malformed number near '1e'
  -- expect: nil\tn:1: malformed number near '1e+'
  -- expect: nil\tn:1: malformed number near '1..2'
  -- expect: nil\tn:1: malformed number near '1.2.3'
  -- expect: nil\tn:1: malformed number near '3..'
  -- expect: nil\tn:1: malformed number near '0x1p4x'
end
print(1 ..2, 1. ..2) -- expect: 12\t12
