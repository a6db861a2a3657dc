-- Bytecode that is cut or has another header is refused.
local code = string.dump(function() return 1 end)
print(loadstring("\27")) -- expect: nil\tbinary string: unexpected end in precompiled chunk
print(loadstring("\27Lua", "=b")) -- expect: nil\tb: unexpected end in precompiled chunk
print(loadstring("\27Lux" .. code:sub(5), "=b")) -- expect: nil\tb: bad header in precompiled chunk
print(loadstring(code:sub(1, 4) .. "\99" .. code:sub(6), "=b")) -- expect: nil\tb: bad header in precompiled chunk
print(loadstring(code:sub(1, 12), "=b")) -- expect: nil\tb: unexpected end in precompiled chunk
print(loadstring(code:sub(1, -2), "=b")) -- expect: nil\tb: unexpected end in precompiled chunk
print(loadstring(code:sub(1, 30), "@file.lc")) -- expect: nil\tfile.lc: unexpected end in precompiled chunk
print(type(loadstring(code)), loadstring(code)()) -- expect: function\t1
