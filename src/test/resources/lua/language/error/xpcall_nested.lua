-- Each handler serves its own xpcall only; an inner pcall needs none.
local function tag(name) return function(m) return name .. "(" .. tostring(m) .. ")" end end
print(xpcall(function()
  print(xpcall(function() error("a", 0) end, tag("inner")))
  print(pcall(error, "plain"))
  error("b", 0)
end, tag("outer")))
-- expect: false\tinner(a)
-- expect: false\tplain
-- expect: false\touter(b)
print(pcall(function()
  xpcall(function() error("c", 0) end, tag("h"))
  error("d", 0)
end)) -- expect: false\td
