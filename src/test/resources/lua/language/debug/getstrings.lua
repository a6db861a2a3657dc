-- debug.getstrings lists the strings in RAM.
local mine = "mine " .. 12345
local list = debug.getstrings("RAM")
local found, sorted = false, true
for i, s in ipairs(list) do
  found = found or s == mine
  if i > 1 and list[i - 1] > s then sorted = false end
end
print(type(list), found, sorted, #list > 10) -- expect: table\ttrue\ttrue\ttrue
print(pcall(debug.getstrings, "nowhere")) -- expect: false\tbad argument #1 to '?' (invalid option 'nowhere')
