-- A finaliser may store its object; it is not finalised a second time.
local saved
local runs = 0
do
  local p = newproxy(true)
  getmetatable(p).__gc = function(self) runs = runs + 1 saved = self end
  getmetatable(p).__index = function(_, k) return "alive " .. k end
end
collectgarbage()
collectgarbage()
print(type(saved), runs) -- expect: userdata\t1
print(saved.x) -- expect: alive x
saved = nil
collectgarbage()
collectgarbage()
print(runs, saved) -- expect: 1\tnil
