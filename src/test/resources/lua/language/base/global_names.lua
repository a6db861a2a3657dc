-- What a machine with the standard libraries offers, and what it does not.
for _, name in ipairs({ "assert", "collectgarbage", "dofile", "error", "gcinfo", "getfenv", "getmetatable", "ipairs", "load",
  "loadfile", "loadstring", "module", "newproxy", "next", "pairs", "pcall", "print", "rawequal", "rawget", "rawset",
  "require", "select", "setfenv", "setmetatable", "tonumber", "tostring", "type", "unpack", "xpcall" }) do
  assert(type(_G[name]) == "function", name)
end
for _, name in ipairs({ "string", "table", "math", "coroutine", "debug", "package", "_G" }) do
  assert(type(_G[name]) == "table", name)
end
print(_VERSION, _G._G == _G) -- expect: Lua 5.1\ttrue
print(rawlen, bit32, utf8, _ENV, table.unpack, table.pack, math.fmod, math.log, string.pack)
-- expect: nil\tnil\tnil\tnil\tnil\tnil\tnil\tnil\tnil
