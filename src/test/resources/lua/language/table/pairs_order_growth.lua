-- The order changes when the table grows and its nodes are placed anew.
local function keys(t)
  local list = {}
  for k in pairs(t) do list[#list + 1] = tostring(k) end
  return table.concat(list, " ")
end
local t = {}
for _, k in ipairs({ "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota" }) do
  t[k] = true
  print(keys(t))
  -- expect: alpha
  -- expect: alpha beta
  -- expect: beta alpha gamma
  -- expect: delta beta alpha gamma
  -- expect: beta alpha gamma delta epsilon
  -- expect: beta alpha gamma zeta delta epsilon
  -- expect: eta beta alpha gamma zeta delta epsilon
  -- expect: eta beta alpha gamma theta zeta delta epsilon
  -- expect: theta beta alpha gamma delta epsilon eta zeta iota
end
