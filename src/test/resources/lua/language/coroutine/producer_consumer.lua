-- Two coroutines that hand values to one another.
local function producer()
  return coroutine.create(function()
    for _, item in ipairs({ "one", "two", "three" }) do coroutine.yield(item) end
  end)
end
local function numbered(source)
  return coroutine.create(function()
    local line = 1
    while true do
      local ok, item = coroutine.resume(source)
      if not item then return "total " .. line - 1 end
      coroutine.yield(line .. ": " .. item)
      line = line + 1
    end
  end)
end
local c = numbered(producer())
for i = 1, 5 do print(coroutine.resume(c)) end
-- expect: true\t1: one
-- expect: true\t2: two
-- expect: true\t3: three
-- expect: true\ttotal 3
-- expect: false\tcannot resume dead coroutine
