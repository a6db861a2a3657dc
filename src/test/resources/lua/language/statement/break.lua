-- break leaves the innermost loop only.
for i = 1, 3 do
  for j = 1, 3 do
    if j == 2 then break end
    print(i, j)
    -- expect: 1\t1
    -- expect: 2\t1
  end
  if i == 2 then break end
end
while true do
  repeat
    do break end
  until true
  print("after inner") -- expect: after inner
  break
end
for k in pairs({ 1 }) do
  local f = function() for i = 1, 5 do if i == 2 then return i end end end
  print(f()) -- expect: 2
  break
end
