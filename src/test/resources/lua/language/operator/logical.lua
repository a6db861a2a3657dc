-- and, or give one of their operands and evaluate the second only if needed.
print(nil and 1, false and 1, 0 and 1, "" and 1) -- expect: nil\tfalse\t1\t1
print(nil or 1, false or 1, 0 or 1, false or nil, nil or false) -- expect: 1\t1\t0\tnil\tfalse
print(not nil, not false, not 0, not "", not not 1, not not nil) -- expect: true\ttrue\tfalse\tfalse\ttrue\tfalse

local function say(x, text)
  print(text)
  return x
end
print(say(false, "left") and say(1, "right"))
-- expect: left
-- expect: false
print(say(true, "left") and say(1, "right"))
-- expect: left
-- expect: right
-- expect: 1
print(say(nil, "left") or say(2, "right"))
-- expect: left
-- expect: right
-- expect: 2
print(say(3, "left") or say(2, "right"))
-- expect: left
-- expect: 3

local x = 5
x = x > 3 and x < 10 and "between" or "outside"
print(x) -- expect: between
print((false or nil) == nil, (nil or false) == false) -- expect: true\ttrue
