-- Much garbage of all kinds leaves the living untouched.
local live = { list = {}, map = {}, f = {} }
for i = 1, 150 do
  live.list[i] = "item " .. i
  live.map["m" .. i] = { i, tostring(i) }
  live.f[i] = function() return i end
  local garbage = { {}, "g" .. i, function() return i end, coroutine.create(function() end), newproxy() }
end
local ok = true
for i = 1, 150 do
  ok = ok and live.list[i] == "item " .. i and live.map["m" .. i][1] == i and live.f[i]() == i
end
print(ok, #live.list) -- expect: true\t150
