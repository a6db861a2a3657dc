-- The options of collectgarbage.
print(collectgarbage(), collectgarbage("collect")) -- expect: 0\t0
local k = collectgarbage("count")
print(type(k), k > 0, k < 10000) -- expect: number\ttrue\ttrue
print(collectgarbage("stop"), collectgarbage("restart")) -- expect: 0\t0
print(collectgarbage("setpause", 150), collectgarbage("setpause", 110)) -- expect: 110\t150
print(collectgarbage("setstepmul", 300), collectgarbage("setstepmul", 200)) -- expect: 200\t300
print(type(collectgarbage("step")), type(collectgarbage("step", 100))) -- expect: boolean\tboolean
print(pcall(collectgarbage, "nothing")) -- expect: false\tbad argument #1 to '?' (invalid option 'nothing')
print(pcall(collectgarbage, {})) -- expect: false\tbad argument #1 to '?' (string expected, got table)
print(pcall(function() collectgarbage("x") end))
-- expect: false\tcollectgarbage.lua:11: bad argument #1 to 'collectgarbage' (invalid option 'x')
print(pcall(collectgarbage, "setpause", {})) -- expect: false\tbad argument #2 to '?' (number expected, got table)
