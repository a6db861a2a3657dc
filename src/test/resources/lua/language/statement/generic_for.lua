-- The iterator is called with state and control value until its first result is nil.
local function upto(limit, i)
  if i < limit then
    return i + 1, (i + 1) * 10
  end
end
for i, v in upto, 3, 0 do print(i, v) end
-- expect: 1\t10
-- expect: 2\t20
-- expect: 3\t30

local calls = 0
for x in function() calls = calls + 1 return calls < 4 and calls or nil end do print(x) end
-- expect: 1
-- expect: 2
-- expect: 3
print(calls) -- expect: 4

for k in next, {} do print("never", k) end
for a, b, c, d in function(s, i) if not i then return 1, 2, 3 end end do print(a, b, c, d) end -- expect: 1\t2\t3\tnil
for x in function(_, c) if c == nil then return false end end do print(x) end -- expect: false
