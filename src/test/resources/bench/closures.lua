local function counter() local n = 0 return function() n = n + 1 return n end end
local s = 0
for _ = 1, 5000 do local c = counter() c() c() s = s + c() end
return s
