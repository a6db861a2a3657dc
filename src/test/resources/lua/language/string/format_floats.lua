-- %f %e %E %g %G with flags, width and precision.
print(string.format("%f|%.0f|%.1f|%.3f|%10.2f|%-10.2f|%+.1f|%08.3f|", 3.14159, 2.5, 0.25, 1 / 3, 3.14159, 3.14159, 1, -3.14159))
-- expect: 3.141590|2|0.2|0.333|      3.14|3.14      |+1.0|-003.142|
print(string.format("%e|%.2e|%E|%.0e|%12.3e|", 12345.678, 0.000123, 12345.678, 55555, 1))
-- expect: 1.234568e+04|1.23e-04|1.234568E+04|6e+04|   1.000e+00|
print(string.format("%g|%g|%g|%g|%g|%.3g|%.10g|%G|%#g", 100000, 1e6, 1e-4, 1e-5, 0.1, 1234567, 0.1, 1e-10, 1))
-- expect: 100000|1e+06|0.0001|1e-05|0.1|1.23e+06|0.1|1E-10|1.00000
print(string.format("%f|%.1f|%g|%e", 0, -0.04, 0, 0)) -- expect: 0.000000|-0.0|0|0.000000e+00
print(string.format("%.14g|%.17g|%.20f", 0.1, 0.1, 0.5)) -- expect: 0.1|0.10000000000000001|0.50000000000000000000
print(string.format("%.0f|%.0f|%.0f|%.0f", 0.5, 1.5, 2.5, -0.5)) -- expect: 0|2|2|-0
print(string.format("%f|%g|%5.1f|%-6g|", 1 / 0, -1 / 0, 1 / 0, -1 / 0)) -- expect: inf|-inf|  inf|-inf  |
print(string.format("%.3f|%.10f|%f", 2 ^ 53, 1e-10, 1e15))
-- expect: 9007199254740992.000|0.0000000001|1000000000000000.000000
print(string.format("%5.1f|%5.0f|%#.0f|% .2f", 9.96, 99.5, 3, 3)) -- expect:  10.0|  100|3.| 3.00
print(pcall(string.format, "%f", "x")) -- expect: false\tbad argument #2 to '?' (number expected, got string)
