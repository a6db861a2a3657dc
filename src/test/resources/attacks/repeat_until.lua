-- expect: reset
repeat until false
