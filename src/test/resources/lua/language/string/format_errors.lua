-- Bad conversions.
print(pcall(string.format, "%y", 1)) -- expect: false\tinvalid option '%y' to 'format'
print(pcall(string.format, "%a", 1)) -- expect: false\tinvalid option '%a' to 'format'
print(pcall(string.format, "%", 1)) -- expect: false\tinvalid option '%' to 'format'
print(pcall(string.format, "%5", 1)) -- expect: false\tinvalid option '%' to 'format'
print(pcall(string.format, "%123d", 1)) -- expect: false\tinvalid format (width or precision too long)
print(pcall(string.format, "%.123d", 1)) -- expect: false\tinvalid format (width or precision too long)
print(pcall(string.format, "%-+ #0-d", 1)) -- expect: false\tinvalid format (repeated flags)
print(pcall(string.format, "%ld", 1)) -- expect: false\tinvalid option '%l' to 'format'
print(pcall(string.format, "%5.5.5d", 1)) -- expect: false\tinvalid option '%.' to 'format'
print(pcall(string.format, "%s %s %s", 1, 2)) -- expect: false\tbad argument #4 to '?' (no value)
print(pcall(string.format, "%p", {})) -- expect: false\tinvalid option '%p' to 'format'
print(#string.format("%99d", 1), #string.format("%.99f", 1), #string.format("%99.99f", 1e15)) -- expect: 99\t101\t116
