-- expect: prints done
for i = 1, 5 do tmr.delay(2000000) end
print("done")
