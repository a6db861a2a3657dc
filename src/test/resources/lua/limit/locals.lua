-- A function has at most 50 local variables; parameters and loop variables count.
local function chunk(n, tail)
  local names = {}
  for i = 1, n do names[i] = "v" .. i end
  return "local " .. table.concat(names, ",") .. (tail or "")
end
print(type(loadstring(chunk(50), "=l"))) -- expect: function
print(loadstring(chunk(51), "=l")) -- expect: nil\tl:1: main function has more than 50 local variables
print(type(loadstring(chunk(47, " for i = 1, 2 do end"), "=l")), type(loadstring(chunk(46, " for i = 1, 2 do end"), "=l")))
-- expect: nil\tfunction
print(loadstring(chunk(47, " for i = 1, 2 do end"), "=l"))
-- expect: nil\tl:1: main function has more than 50 local variables
print(type(loadstring(chunk(49, " local function f() " .. chunk(50) .. " end"), "=l"))) -- expect: function
print(type(loadstring("do " .. chunk(50) .. " end do " .. chunk(50) .. " end", "=l"))) -- expect: function
local names = chunk(51):sub(7)
print(loadstring("return function(" .. names .. ") end", "=p"))
-- expect: nil\tp:1: function at line 1 has more than 50 local variables
print(type(loadstring("return function(" .. chunk(50):sub(7) .. ") end", "=p"))) -- expect: function
