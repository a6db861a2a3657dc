-- After an error in one coroutine, others and the main program go on.
local function worker(name, fails)
  return coroutine.create(function()
    for i = 1, 3 do
      if i == fails then error(name .. " failed", 0) end
      coroutine.yield(name .. i)
    end
    return name .. " done"
  end)
end
local list = { worker("a"), worker("b", 2), worker("c", 1) }
for round = 1, 4 do
  for i, co in ipairs(list) do
    print(round, i, coroutine.resume(co))
    -- expect: 1\t1\ttrue\ta1
    -- expect: 1\t2\ttrue\tb1
    -- expect: 1\t3\tfalse\tc failed
    -- expect: 2\t1\ttrue\ta2
    -- expect: 2\t2\tfalse\tb failed
    -- expect: 2\t3\tfalse\tcannot resume dead coroutine
    -- expect: 3\t1\ttrue\ta3
    -- expect: 3\t2\tfalse\tcannot resume dead coroutine
    -- expect: 3\t3\tfalse\tcannot resume dead coroutine
    -- expect: 4\t1\ttrue\ta done
    -- expect: 4\t2\tfalse\tcannot resume dead coroutine
    -- expect: 4\t3\tfalse\tcannot resume dead coroutine
  end
end
