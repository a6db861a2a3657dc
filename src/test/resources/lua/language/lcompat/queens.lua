-- All solutions of the queens on a small board.
local N, count, first = 6, 0, nil
local function free(a, n, c)
  for i = 1, n - 1 do
    if a[i] == c or a[i] - i == c - n or a[i] + i == c + n then return false end
  end
  return true
end
local function place(a, n)
  if n > N then
    count = count + 1
    first = first or table.concat(a, " ")
  else
    for c = 1, N do
      if free(a, n, c) then a[n] = c place(a, n + 1) end
    end
  end
end
place({}, 1)
print(count, first) -- expect: 4\t2 4 6 1 3 5
