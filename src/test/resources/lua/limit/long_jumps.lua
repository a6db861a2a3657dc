-- Jumps over thousands of instructions.
local body = ("x = x + 1 "):rep(3000)
local f = loadstring("local x, n = 0, 0 while n < 2 do n = n + 1 if n == 1 then " .. body .. " else " .. body .. " end end return x, n")
print(f()) -- expect: 6000\t2
f = loadstring("local x = 0 for i = 1, 2 do " .. body .. " end return x")
print(f()) -- expect: 6000
f = loadstring("local x = 0 repeat " .. body .. " until x > 5000 return x")
print(f()) -- expect: 6000
f = loadstring("local x = 0 if x == 1 then " .. body .. " end return x")
print(f()) -- expect: 0
