-- A cache with weak values makes lost objects anew.
local made = 0
local cache = setmetatable({}, { __mode = "v" })
local function get(name)
  local o = cache[name]
  if not o then
    made = made + 1
    o = { name = name }
    cache[name] = o
  end
  return o
end
local a = get("a")
print(get("a") == a, made) -- expect: true\t1
get("b")
collectgarbage()
print(get("a") == a, get("b").name, made) -- expect: true\tb\t3
a = nil
collectgarbage()
print(get("a").name, made) -- expect: a\t4
