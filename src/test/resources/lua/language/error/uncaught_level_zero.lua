-- Level 0 leaves the message alone.
print("before") -- expect: before
error("plain text", 0) -- expect error: plain text
