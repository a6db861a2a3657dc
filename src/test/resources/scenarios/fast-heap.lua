-- What each piece of the fast modules costs: device bytes while it is loaded, most bytes while it is compiled,
-- and after it is dropped.
--
-- Host: ./perilune scenario src/test/resources/scenarios/fast-heap.lua
local pieces = {
  {'hello', live = 552, peak = 1600},
  {'telnet', live = 720, peak = 1880},
  {'telnet-open', live = 2576, peak = 6368},
  {'telnet-session', live = 2616, peak = 6672},
  {'telnet-close', live = 632, peak = 1848},
}

local function expect_bytes(what, actual, wanted)
  check(actual == wanted, ('%s: %d bytes, not %d'):format(what, actual, wanted))
end

local function measure(piece)
  local name = piece[1]
  local load_it = ("P = fast.load'%s'"):format(name)
  local b = board():boot()
  b:run 'P = false'
  -- The first load may let the string table grow and sets the flag of a divided module; both stay.
  b:run(load_it)
  b:run 'P = false'
  b:mark()

  b:run(load_it)
  local _, live, peak = b:heap()
  expect_bytes(name .. ', live', live, piece.live)
  expect_bytes(name .. ', peak', peak, piece.peak)

  b:run 'P = false'
  local _, rest = b:heap()
  expect_bytes(name .. ', dropped', rest, 0)

  -- A restart takes all of it away, the flag too.
  b:powercycle()
  check(b:run 'print(P, FAST_telnet)' == 'nil\tnil\n')
  local _, fresh = b:heap()
  expect_bytes(name .. ', power cut', fresh, 0)
end

for _, piece in ipairs(pieces) do measure(piece) end
print(#pieces .. ' pieces measured')
