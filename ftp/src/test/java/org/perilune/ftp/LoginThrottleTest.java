package org.perilune.ftp;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {
    private static final long SECOND = 1_000_000_000L;

    private long now = Long.MAX_VALUE - SECOND;
    private final LoginThrottle throttle = new LoginThrottle(() -> now);

    private static InetAddress address(int last) {
        try {
            return InetAddress.getByAddress(new byte[] {10, 0, (byte) (last >> 8), (byte) last});
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private int failures(BooleanSupplier goOn) {
        int failures = 0;
        while (goOn.getAsBoolean() && throttle.mayTry(address(1))) {
            throttle.failed(address(1));
            failures++;
        }
        return failures;
    }

    @Test
    void tenFailuresAtOnceAndThenOneASecond() {
        assertTrue(failures(() -> true) == 10);
        assertFalse(throttle.mayTry(address(1)));
        assertTrue(throttle.mayTry(address(2)));
        for (int seconds = 0; seconds < 5; seconds++) {
            now += SECOND;
            assertTrue(failures(() -> true) == 1);
        }
        now += 20 * SECOND;
        assertTrue(failures(() -> true) == 10);
    }

    @Test
    void onlySoManyAddressesAreRemembered() {
        failures(() -> true);
        for (int i = 2; i < 1100; i++) {
            throttle.failed(address(i));
        }
        assertTrue(throttle.mayTry(address(1)));
    }
}
