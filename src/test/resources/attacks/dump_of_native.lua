-- expect: error unable to dump
print(#string.dump(print))
