-- expect: prints nil
pcall(error)
error()
