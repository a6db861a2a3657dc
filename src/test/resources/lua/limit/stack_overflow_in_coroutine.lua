-- A coroutine has the same limit of its own.
local function recurse(n) return 1 + recurse(n + 1) end
local co = coroutine.create(recurse)
print(coroutine.resume(co, 1)) -- expect: false\tstack_overflow_in_coroutine.lua:2: stack overflow
print(coroutine.status(co)) -- expect: dead
print((pcall(recurse, 1))) -- expect: false
