-- The collector's memory limit is also the longest string that .. makes.
print(collectgarbage("setmemlimit", 100), collectgarbage("getmemlimit")) -- expect: 100\t100
local half = ("x"):rep(50 * 1024 - 1)
print(#(half .. half), #(half .. half .. "y")) -- expect: 102398\t102399
print(pcall(function() return half .. half .. "yz" end)) -- expect: false\tstring_length.lua:5: string length overflow
print(pcall(function() return half .. "yz" .. half end)) -- expect: false\tstring_length.lua:6: string length overflow
print(pcall(string.rep, half, 3)) -- expect: false\tstring length overflow
print(pcall(table.concat, { half, half, half })) -- expect: false\tstring length overflow
