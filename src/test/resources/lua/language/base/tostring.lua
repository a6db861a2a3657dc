-- tostring of every type.
print(tostring(nil), tostring(true), tostring(12), tostring("text"), tostring(-0.5))
-- expect: nil\ttrue\t12\ttext\t-0.5
for _, v in ipairs({ {}, print, function() end, coroutine.create(function() end), newproxy(), string }) do
  print((tostring(v):gsub("0x%x+", "ADDRESS")))
  -- expect: table: ADDRESS
  -- expect: function: ADDRESS
  -- expect: function: ADDRESS
  -- expect: thread: ADDRESS
  -- expect: userdata: ADDRESS
  -- expect: table: ADDRESS
end
local t = {}
print(tostring(t) == tostring(t), tostring(t) == tostring({})) -- expect: true\tfalse
print(pcall(tostring)) -- expect: false\tbad argument #1 to '?' (value expected)
print(tostring(1, 2), tostring(tostring(nil))) -- expect: 1\tnil
