-- Round robin over several coroutines until all are dead.
local log = {}
local function task(name, n)
  return coroutine.create(function()
    for i = 1, n do
      log[#log + 1] = name .. i
      coroutine.yield()
    end
  end)
end
local tasks = { task("a", 2), task("b", 3), task("c", 1) }
while #tasks > 0 do
  for i = #tasks, 1, -1 do
    coroutine.resume(tasks[i])
    if coroutine.status(tasks[i]) == "dead" then table.remove(tasks, i) end
  end
end
print(table.concat(log, " ")) -- expect: c1 b1 a1 b2 a2 b3
