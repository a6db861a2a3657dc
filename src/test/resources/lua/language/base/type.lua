-- type names of all types.
print(type(nil), type(true), type(1), type("x"), type({}), type(type), type(function() end))
-- expect: nil\tboolean\tnumber\tstring\ttable\tfunction\tfunction
print(type(coroutine.create(function() end)), type(newproxy()), type(string)) -- expect: thread\tuserdata\ttable
print(pcall(type)) -- expect: false\tbad argument #1 to '?' (value expected)
print(type(type(nil)), type(nil, 1, 2)) -- expect: string\tnil
