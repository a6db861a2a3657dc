-- Tree traversal: two coroutines compare the leaves of two trees.
local function leaves(tree)
  return coroutine.wrap(function()
    local function walk(t)
      if type(t) == "table" then
        for i = 1, #t do walk(t[i]) end
      else
        coroutine.yield(t)
      end
    end
    walk(tree)
  end)
end
local function same_fringe(a, b)
  local na, nb = leaves(a), leaves(b)
  while true do
    local x, y = na(), nb()
    if x ~= y then return false, x, y end
    if x == nil then return true end
  end
end
print(same_fringe({ 1, { 2, { 3 } }, 4 }, { { { 1, 2 }, 3 }, 4 })) -- expect: true
print(same_fringe({ 1, { 2, 3 } }, { 1, { 3, 2 } })) -- expect: false\t2\t3
