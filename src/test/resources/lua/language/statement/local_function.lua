-- `local function f` sees itself; `local f = function` does not; a later local shadows an earlier one.
local function fact(n)
  if n == 0 then return 1 end
  return n * fact(n - 1)
end
print(fact(6)) -- expect: 720

local loop = function(n) return loop end
print(loop(1)) -- expect: nil

local function first() return "old" end
local old = first
local function first() return "new" end
print(old(), first()) -- expect: old\tnew
