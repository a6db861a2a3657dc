-- A message takes a text up to its first zero byte, but error and a string of the program keep theirs.
local function say(...) print((select(2, pcall(...))):gsub("%z", "<0>")) end
say(function() local t = {} return t["a\0b"] + 1 end) -- expect: zero_byte_in_a_name.lua:3: attempt to perform arithmetic on field 'a' (a nil value)\t0
say(function() local t = {} return t["a\0b"]() end) -- expect: zero_byte_in_a_name.lua:4: attempt to call field 'a' (a nil value)\t0
say(function() local t = {["q\0w"] = string.rep} t["q\0w"]() end) -- expect: zero_byte_in_a_name.lua:5: bad argument #1 to 'q' (string expected, got no value)\t0
say(function() collectgarbage("sto\0p") end) -- expect: zero_byte_in_a_name.lua:6: bad argument #1 to 'collectgarbage' (invalid option 'sto')\t0
say(function() error("x\0y") end) -- expect: zero_byte_in_a_name.lua:7: x<0>y\t1
say(function() return {} .. "a\0b" end) -- expect: zero_byte_in_a_name.lua:8: attempt to concatenate a table value\t0
