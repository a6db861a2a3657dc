-- Fields are evaluated in the order written.
local log = {}
local function say(x) log[#log + 1] = x return x end
local t = { say("a"), [say("k")] = say("v"), say("b"), name = say("n"), say("c") }
print(table.concat(log, " ")) -- expect: a k v b n c
print(t[1], t[2], t[3], t.k, t.name) -- expect: a\tb\tc\tv\tn
log = {}
local i = 0
local function step() i = i + 1 return i end
local s = { step(), step(), [step()] = step(), step() }
print(s[1], s[2], s[3], i) -- expect: 1\t2\t5\t5
