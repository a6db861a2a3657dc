-- return ends a function or the chunk, must be last in its block, may have no values.
local function early(x)
  do return x end
end
print(early(5)) -- expect: 5
local function nothing() return end
print(select("#", nothing())) -- expect: 0
local function semicolon() return 1; end
print(semicolon()) -- expect: 1
local function values() return 1, nil, 3, nil end
print(select("#", values())) -- expect: 4
local function nested()
  for i = 1, 10 do
    while true do
      if i == 1 then return "from inside" end
    end
  end
end
print(nested()) -- expect: from inside
do return end
print("never")
