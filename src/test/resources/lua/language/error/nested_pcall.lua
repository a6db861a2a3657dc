-- An inner pcall catches first; what it catches can be thrown again.
local ok, e = pcall(function()
  local ok, inner = pcall(error, "inner", 0)
  print("caught", ok, inner)
  error("outer after " .. inner, 0)
end) -- expect: caught\tfalse\tinner
print(ok, e) -- expect: false\touter after inner
local function again()
  local ok, e = pcall(error, { code = 7 })
  error(e)
end
local ok, e = pcall(again)
print(ok, type(e), e.code) -- expect: false\ttable\t7
local depth = 0
local function nest(n)
  if n == 0 then error("bottom", 0) end
  local ok, e = pcall(nest, n - 1)
  depth = depth + 1
  error(e .. n, 0)
end
print(pcall(nest, 5)) -- expect: false\tbottom12345
print(depth) -- expect: 5
