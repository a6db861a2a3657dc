-- Coroutines within coroutines, each yielding to its own resumer.
local function level(n)
  return coroutine.wrap(function(...)
    if n == 0 then
      local x = coroutine.yield("leaf", ...)
      return "leaf got " .. x
    end
    local inner = level(n - 1)
    local a, b = inner(..., n)
    local back = coroutine.yield(n .. ":" .. a, b)
    return n .. "(" .. inner(back) .. ")"
  end)
end
local top = level(3)
print(top("arg")) -- expect: 3:2:1:leaf\targ
print(top("deep")) -- expect: 3(2(1(leaf got deep)))
