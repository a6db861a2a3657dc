-- Chunks from load and loadstring get the thread's globals, whatever their caller's environment.
tag = "global"
local env = setmetatable({ tag = "own" }, { __index = _G })
local function caller()
  local one = loadstring("return tag")
  local pieces = { "return tag" }
  local two = load(function() return table.remove(pieces) end)
  local three = loadstring(string.dump(one))
  return tag, one(), two(), three()
end
setfenv(caller, env)
print(caller()) -- expect: own\tglobal\tglobal\tglobal
local f = loadstring("x = 1 return x, tag")
setfenv(f, { tag = "given" })
print(f()) -- expect: 1\tgiven
print(x, getfenv(f).x) -- expect: nil\t1
