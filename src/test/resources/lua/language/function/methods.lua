-- o:m(...) passes o first and evaluates it once.
local made = 0
local Account = {}
Account.__index = Account
function Account.new(b) made = made + 1 return setmetatable({ balance = b }, Account) end
function Account:deposit(v) self.balance = self.balance + v return self end
function Account.get(self) return self.balance end

local a = Account.new(10)
print(a:deposit(5):deposit(7):get()) -- expect: 22
print(Account.new(1):deposit(1):get(), made) -- expect: 2\t2
print(Account.get(a), a.get(a), a["get"](a)) -- expect: 22\t22\t22
print(pcall(function() a:missing() end))
-- expect: false\tmethods.lua:13: attempt to call method 'missing' (a nil value)
print(pcall(function() a.balance:get() end))
-- expect: false\tmethods.lua:15: attempt to index field 'balance' (a number value)
print(pcall(function() nothing:get() end))
-- expect: false\tmethods.lua:17: attempt to index global 'nothing' (a nil value)
