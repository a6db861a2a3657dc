-- A call gives one value in the middle, all values at the end, one value in parentheses.
local function three()
  return 1, 2, 3
end
local function none() end

print(three()) -- expect: 1\t2\t3
print(three(), three()) -- expect: 1\t1\t2\t3
print((three())) -- expect: 1
print(three(), "end") -- expect: 1\tend
print(none()) -- expect:
print(none(), "end") -- expect: nil\tend
print((none())) -- expect: nil
print(#{three(), three()}) -- expect: 4
print(#{three(), (three())}) -- expect: 2
print(select("#", none()), select("#", (none())), select("#", none(), none())) -- expect: 0\t1\t1
