-- An error in a finaliser comes out of the collection that ran it.
local function make(message)
  local p = newproxy(true)
  getmetatable(p).__gc = function() error(message, 0) end
end
local function attempt()
  make("from the finaliser")
  collectgarbage()
end
print(pcall(attempt)) -- expect: false\tfrom the finaliser
print(pcall(collectgarbage)) -- expect: true\t0
