-- A finaliser may allocate, call and make more proxies.
local log = {}
local function make(depth)
  local p = newproxy(true)
  getmetatable(p).__gc = function()
    local t = {}
    for i = 1, 10 do t[i] = tostring(i) .. "x" end
    log[#log + 1] = depth .. ":" .. #table.concat(t)
    if depth > 1 then make(depth - 1) end
  end
end
make(3)
for i = 1, 8 do collectgarbage() end
print(table.concat(log, " ")) -- expect: 3:21 2:21 1:21
