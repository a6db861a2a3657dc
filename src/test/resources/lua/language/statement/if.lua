-- Only nil and false are false; one branch runs.
local function kind(x)
  if x == nil then
    return "nil"
  elseif x == false then
    return "false"
  elseif x then
    return "true"
  else
    return "never"
  end
end
print(kind(nil), kind(false), kind(0), kind(""), kind({})) -- expect: nil\tfalse\ttrue\ttrue\ttrue

if nil then print("no") elseif 0 then print("zero is true") else print("no") end -- expect: zero is true
if false then end
if not "" then print("no") else print("empty string is true") end -- expect: empty string is true
