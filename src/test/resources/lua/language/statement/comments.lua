-- Short comments end with the line; long ones at their closing bracket.
print(1) -- short -- expect: 1
print(2) --[[ long ]] print(3)
-- expect: 2
-- expect: 3
--[[
print("never")
]]
--[==[ brackets ]] of another level ]=] do not end it
print("never") ]==]
print(4) --[ not long -- expect: 4
--[=not long either
print(5) -- expect: 5
---[[ three dashes make it short
print(6) -- expect: 6
--]]
print(--[[ between ]] 7 --[==[ tokens ]==]) -- expect: 7
print(loadstring("--[[ open")) -- expect: nil\t[string "--[[ open"]:1: unfinished long comment near '<eof>'
print(loadstring("--[==[ open ]]")) -- expect: nil\t[string "--[==[ open ]]"]:1: unfinished long comment near '<eof>'
print(type(loadstring("-- no newline at the end"))) -- expect: function
