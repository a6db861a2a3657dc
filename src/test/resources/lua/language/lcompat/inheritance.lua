-- Classes by __index.
local Base = {}
Base.__index = Base
function Base.new(class, name) return setmetatable({ name = name }, class) end
function Base:hello() return "hello " .. self.name end
local Derived = setmetatable({}, { __index = Base })
Derived.__index = Derived
function Derived:hello() return Base.hello(self) .. "!" end
print(Base:new("a"):hello(), Derived:new("b"):hello()) -- expect: hello a\thello b!
print(getmetatable(Derived:new("c")) == Derived, rawequal(Base, Derived)) -- expect: true\tfalse
