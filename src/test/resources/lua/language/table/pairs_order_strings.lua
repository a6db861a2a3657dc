-- String keys come in the order of the node vector, which their hashes and its growth decide.
local function keys(t)
  local list = {}
  for k in pairs(t) do list[#list + 1] = tostring(k) end
  return table.concat(list, " ")
end
print(keys({ x = 1, y = 2, z = 3 })) -- expect: y x z
print(keys({ one = 1, two = 2, three = 3, four = 4, five = 5 })) -- expect: two one four five three
local t = {}
for i = 1, 20 do t["key" .. i] = i end
print(keys(t))
-- expect: key16 key5 key9 key2 key1 key15 key14 key12 key7 key3 key8 key6 key11 key10 key19 key17 key13 key18 key4 key20
local u = {}
for w in ("the quick brown fox jumps over the lazy dog"):gmatch("%a+") do u[w] = #w end
print(keys(u)) -- expect: jumps dog brown fox the lazy quick over
print(keys({ 1, 2, [true] = 1, [false] = 2, n = 3, [1.5] = 4, [-1] = 5 })) -- expect: 1 2 false true -1 1.5 n
t = {}
t.a = 1 t.b = 2 t.c = 3
print(keys(t)) -- expect: a c b
t = {}
t.c = 1 t.b = 2 t.a = 3
print(keys(t)) -- expect: a c b
