-- Counting words with sorted output.
local text = [[the quick brown fox jumps over the lazy dog and the fox runs away from the dog]]
local count, words = {}, {}
for w in text:gmatch("%a+") do
  if not count[w] then count[w] = 0 words[#words + 1] = w end
  count[w] = count[w] + 1
end
table.sort(words, function(x, y) if count[x] ~= count[y] then return count[x] > count[y] end return x < y end)
for i = 1, 5 do print(words[i], count[words[i]]) end
-- expect: the\t4
-- expect: dog\t2
-- expect: fox\t2
-- expect: and\t1
-- expect: away\t1
