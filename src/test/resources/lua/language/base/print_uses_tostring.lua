-- print looks up the global tostring at each call.
local old = tostring
tostring = function(x) return "<" .. type(x) .. ">" end
print(1, nil, {}, "s") -- expect: <number>\t<nil>\t<table>\t<string>
tostring = function() return 12 end
print("number") -- expect: 12
local function try(replacement)
  tostring = replacement
  local ok, message = pcall(print, 1)
  tostring = old
  print(ok, message)
end
try(function() return nil end)
-- expect: false\t'tostring' must return a string to 'print'
-- expect: false\t'tostring' must return a string to 'print'
try(function() return {} end)
-- expect: false\tin tostring
-- expect: 1
try(function() error("in tostring", 0) end) -- expect: true\tnil
try(nil)
