-- %d %i %u %c %o %x %X with flags, width and precision; numbers are cut to 32 bits.
print(string.format("%d|%5d|%-5d|%05d|%+d|% d|%.3d|%8.3d|", 42, 42, 42, 42, 42, 42, 42, 42))
-- expect: 42|   42|42   |00042|+42| 42|042|     042|
print(string.format("%d|%i|%u|%d|%d", -42, -42, 42, 3.99, -3.99)) -- expect: -42|-42|42|3|-3
print(string.format("%x|%X|%#x|%o|%#o|%08x|%-8x|", 255, 255, 255, 8, 8, 255, 255))
-- expect: ff|FF|0xff|10|010|000000ff|ff      |
print(string.format("%x|%o|%u|%x", -1, -1, -1, -255)) -- expect: ffffffff|37777777777|4294967295|ffffff01
print(string.format("%d|%d|%x", 2 ^ 31 - 1, -2 ^ 31, 2 ^ 32 - 1)) -- expect: 2147483647|-2147483648|ffffffff
print(string.format("%c%c%c|%5c|%-5c|", 76, 117, 97, 65, 66)) -- expect: Lua|    A|B    |
print(string.format("%d|%s", "10", 10), string.format("%d", "0x10"), string.format("%5s|%-5s|%.2s|", "ab", "ab", "abc"))
-- expect: 10|10\t16\t   ab|ab   |ab|
print(pcall(string.format, "%d", "x")) -- expect: false\tbad argument #2 to '?' (number expected, got string)
print(pcall(string.format, "%d")) -- expect: false\tbad argument #2 to '?' (no value)
print(pcall(string.format, "%d", {})) -- expect: false\tbad argument #2 to '?' (number expected, got table)
