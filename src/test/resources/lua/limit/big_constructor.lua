-- Constructors longer than 50 items are stored in batches; beyond 512 batches the number takes an extra word.
local function build(n)
  local items = {}
  for i = 1, n do items[i] = i end
  return loadstring("return {" .. table.concat(items, ",") .. "}")()
end
for _, n in ipairs({ 49, 50, 51, 100, 101, 512, 1000 }) do
  local t = build(n)
  assert(#t == n and t[1] == 1 and t[n] == n and t[n + 1] == nil)
end
local t = build(600)
local sum = 0
for i, v in ipairs(t) do sum = sum + v end
print(#t, sum) -- expect: 600\t180300
local f = loadstring("local function three() return 1, 2, 3 end return {" .. ("0,"):rep(99) .. "three()}")
print(#f(), f()[100], f()[102]) -- expect: 102\t1\t3
local keyed = {}
for i = 1, 200 do keyed[i] = "k" .. i .. "=" .. i end
t = loadstring("return {" .. table.concat(keyed, ";") .. "}")()
print(t.k1, t.k200, #t) -- expect: 1\t200\t0
