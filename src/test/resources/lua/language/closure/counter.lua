-- Each call of the outer function makes variables of its own; closures of one call share them.
local function counter()
  local n = 0
  local function up() n = n + 1 return n end
  local function down() n = n - 1 return n end
  return up, down
end
local up1, down1 = counter()
local up2 = counter()
print(up1(), up1(), up2(), down1(), up1(), up2()) -- expect: 1\t2\t1\t1\t2\t2
print(up1 == up2, up1 == up1) -- expect: false\ttrue
