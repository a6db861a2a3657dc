-- Says hello, to see that fast loading works.
-- Lua: fast.hello()
print(("Hello from fast, %d bytes free"):format(node.heap()))
