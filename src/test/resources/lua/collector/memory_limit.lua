-- A memory limit below what is in use is raised to the next kilobyte above it.
local keep = ("x"):rep(10000)
local limit = collectgarbage("setmemlimit", 5)
print(limit > 5, limit == collectgarbage("getmemlimit"), limit >= collectgarbage("count") - 1)
-- expect: true\ttrue\ttrue
print(collectgarbage("setmemlimit", 500), collectgarbage("getmemlimit"), #keep) -- expect: 500\t500\t10000
