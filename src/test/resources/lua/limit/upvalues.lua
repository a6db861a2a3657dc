-- A function has at most 60 upvalues.
local function chunk(n)
  local text = {}
  local function add(s) text[#text + 1] = s end
  add("local function outer() ")
  for i = 1, 40 do add("local a" .. i .. "=" .. i .. " ") end
  add("local function middle() ")
  for i = 41, n do add("local a" .. i .. "=" .. i .. " ") end
  add("local function inner() return ")
  for i = 1, n do add((i > 1 and "+" or "") .. "a" .. i) end
  add(" end return inner() end return middle() end return outer()")
  return table.concat(text)
end
print(loadstring(chunk(60), "=u")()) -- expect: 1830
print(loadstring(chunk(61), "=u")) -- expect: nil\tu:1: function at line 1 has more than 60 upvalues
print(loadstring(chunk(41), "=u")()) -- expect: 861
