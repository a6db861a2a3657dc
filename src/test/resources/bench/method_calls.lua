local Point = {}
Point.__index = Point
function Point.new(x) return setmetatable({x = x}, Point) end
function Point:add(n) self.x = self.x + n return self end
local p = Point.new(0)
for i = 1, 30000 do p:add(i):add(1) end
return p.x
