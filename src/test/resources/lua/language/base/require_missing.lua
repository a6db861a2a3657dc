-- A module that no loader knows.
package.path = "?.lua;sub/?.lc"
local ok, message = pcall(require, "no.such.module")
print(ok, message)
-- expect: false\tmodule 'no.such.module' not found:
-- expect: \tno field package.preload['no.such.module']
-- expect: \tno file 'no/such/module.lua'
-- expect: \tno file 'sub/no/such/module.lc'
package.loaders = "no table"
print(pcall(require, "x")) -- expect: false\t'package.loaders' must be a table
