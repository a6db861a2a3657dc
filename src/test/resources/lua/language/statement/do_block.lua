-- A block ends its locals.
local x = 1
do
  local x = x + 1
  print(x) -- expect: 2
  do
    local x = x + 1
    print(x) -- expect: 3
  end
  print(x) -- expect: 2
end
print(x) -- expect: 1
do end
do local y = 5 end
print(y) -- expect: nil
