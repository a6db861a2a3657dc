-- expect: prints not enough memory
local function h() return h() + 1 end
print(xpcall(function() error("x") end, h))
