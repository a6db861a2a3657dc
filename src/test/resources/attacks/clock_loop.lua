-- expect: reset
while tmr.now() < 2^31 do end
