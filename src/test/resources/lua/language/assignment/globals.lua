-- Globals are fields of the environment; an unset one is nil.
print(neverSet) -- expect: nil
counter = 1
counter = counter + 1
print(counter, _G.counter, _G["counter"]) -- expect: 2\t2\t2
_G.other = "set through _G"
print(other) -- expect: set through _G
counter = nil
print(rawget(_G, "counter")) -- expect: nil
