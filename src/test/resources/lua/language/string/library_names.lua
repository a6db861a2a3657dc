-- What the libraries hold; names come in the order of their tables.
for _, name in ipairs({ "string", "table", "math", "coroutine" }) do
  local names = {}
  for k in pairs(_G[name]) do names[#names + 1] = k end
  table.sort(names)
  print(name, table.concat(names, " "))
  -- expect: string\t__index __mod byte char dump find format gfind gmatch gsub len lower match rep reverse sub upper
  -- expect: table\tconcat foreach foreachi getn insert maxn remove setn sort
  -- expect: math\tabs ceil floor huge max min pi pow random randomseed sqrt
  -- expect: coroutine\tcreate resume running status wrap yield
end
print(string.__index == string, string.format == ("").format) -- expect: true\ttrue
