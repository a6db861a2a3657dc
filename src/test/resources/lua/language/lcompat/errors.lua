-- Error values through pcall; of texts only the part that both dialects give.
print((pcall(error, "text", 0))) -- expect: false
print((select(2, pcall(function() error("plain", 0) end)):match("plain"))) -- expect: plain
local ok, e = pcall(function() error({ code = 7 }) end)
print(ok, type(e), e.code) -- expect: false\ttable\t7
print(pcall(function() return 1, 2, 3 end)) -- expect: true\t1\t2\t3
print((select(2, pcall(function() pcall(error, "inner", 0) error("outer", 0) end)):match("outer"))) -- expect: outer
print((pcall(function() local x = nil; return x.y end))) -- expect: false
print((pcall(function() return 1 + {} end))) -- expect: false
print(xpcall(function() return "no error" end, function(m) return "handled" end)) -- expect: true\tno error
print((pcall(assert, false, "message"))) -- expect: false
