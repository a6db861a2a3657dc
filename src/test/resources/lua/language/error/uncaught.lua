-- An error that nobody catches ends the script.
print("before") -- expect: before
local function fail() error("the end") end -- expect error: uncaught.lua:3: the end
fail()
print("never")
