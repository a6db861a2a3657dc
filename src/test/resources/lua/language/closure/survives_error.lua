-- An error closes the variables of the functions it leaves.
local saved
local ok, message = pcall(function()
  local x = 1
  saved = function() x = x + 1 return x end
  x = 10
  error("out", 0)
end)
print(ok, message) -- expect: false\tout
print(saved(), saved()) -- expect: 11\t12
