-- Deep recursion in Lua ends in an error that can be caught, and the machine goes on.
local depth = 0
local function recurse() depth = depth + 1 return 1 + recurse() end
local ok, message = pcall(recurse)
print(ok, message) -- expect: false\tlua_stack_overflow.lua:3: stack overflow
print(depth > 15000, depth < 20000) -- expect: true\ttrue
local function fine(n) if n == 0 then return 0 end return 1 + fine(n - 1) end
print(fine(10000)) -- expect: 10000
print(pcall(recurse)) -- expect: false\tlua_stack_overflow.lua:3: stack overflow
local function mutual_a(n) return 1 + mutual_b(n + 1) end
function mutual_b(n) return 1 + mutual_a(n + 1) end
mutual_a = mutual_a
print((pcall(mutual_a, 1))) -- expect: false
