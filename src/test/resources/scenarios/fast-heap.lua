-- What a piece of the fast modules costs is gone when it is dropped, and the flag of a divided module when the power is
-- cut. What each piece costs meanwhile, to the byte, is in heap.baseline.
--
-- Host: ./perilune scenario src/test/resources/scenarios/fast-heap.lua
local names = board():boot():run 'for i = 1, 1000 do print((fast.piece(i)) or "") end'

local function expect_bytes(what, actual, wanted)
  check(actual == wanted, ('%s: %d bytes, not %d'):format(what, actual, wanted))
end

local function measure(name)
  local load_it = ("P = fast.load'%s'"):format(name)
  local b = board():boot()
  b:run 'P = false'
  -- The first load may let the string table grow and sets the flag of a divided module; both stay.
  b:run(load_it)
  b:run 'P = false'
  b:mark()

  b:run(load_it)
  local _, live, peak = b:heap()
  check(live > 300 and live < 4500, ('%s: %d bytes live'):format(name, live))
  check(peak > live and peak < 13000, ('%s: %d bytes at most'):format(name, peak))

  b:run 'P = false'
  local _, rest = b:heap()
  expect_bytes(name .. ', dropped', rest, 0)

  -- A restart takes all of it away, the flag too.
  b:powercycle()
  local module = name:match '^[^-]+'
  check(b:run(('print(P, FAST_%s)'):format(module)) == 'nil\tnil\n')
  local _, fresh = b:heap()
  expect_bytes(name .. ', power cut', fresh, 0)
end

local count = 0
for name in names:gmatch '[^\n]+' do
  measure(name)
  count = count + 1
end
print(count .. ' pieces measured')
