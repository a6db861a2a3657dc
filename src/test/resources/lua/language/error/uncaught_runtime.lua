-- A runtime error that nobody catches ends the script with its position.
local t = {}
print(t.x) -- expect: nil
print(t.x.y) -- expect error: uncaught_runtime.lua:4: attempt to index field 'x' (a nil value)
print("never")
