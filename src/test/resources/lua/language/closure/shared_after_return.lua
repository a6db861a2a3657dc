-- A variable lives on in its closures after its function has returned.
local getter, setter
do
  local hidden = "first"
  getter = function() return hidden end
  setter = function(v) hidden = v end
  hidden = "second"
end
print(getter()) -- expect: second
setter("third")
print(getter()) -- expect: third
local other = "clobber"
print(getter(), other) -- expect: third\tclobber
