-- Classes by __index: overriding, calling the parent, metamethods are not inherited through __index.
local Animal = {}
Animal.__index = Animal
Animal.__tostring = function(self) return "animal " .. self.name end
function Animal.new(class, name) return setmetatable({ name = name }, class) end
function Animal:speak() return self.name .. " makes a sound" end
function Animal:twice() return self:speak() .. ", " .. self:speak() end
local Dog = setmetatable({}, { __index = Animal })
Dog.__index = Dog
function Dog:speak() return Animal.speak(self) .. ": woof" end
local rex = Dog:new("rex")
print(rex:twice()) -- expect: rex makes a sound: woof, rex makes a sound: woof
print(Animal:new("cat")) -- expect: animal cat
print(rex.new == Animal.new, getmetatable(rex) == Dog, (tostring(rex):match("^table"))) -- expect: true\ttrue\ttable
