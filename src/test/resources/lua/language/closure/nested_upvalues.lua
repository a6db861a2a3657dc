-- An inner function reaches through several levels, also when the middle one does not use the variable.
local a = 1
local function one()
  local b = 2
  return function()
    local c = 3
    return function(d)
      a, b, c = a + d, b + d, c + d
      return a, b, c
    end
  end
end
local two = one()
local three, four = two(), two()
print(three(10)) -- expect: 11\t12\t13
print(four(10)) -- expect: 21\t22\t13
print(three(10)) -- expect: 31\t32\t23
print(a) -- expect: 31
