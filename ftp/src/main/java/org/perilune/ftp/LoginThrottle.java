package org.perilune.ftp;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Slows down whoever guesses passwords: an address may fail ten times at once, and once a second in the long run. While it
 * has no try left, not even the right password is looked at. Safe for several threads.
 */
final class LoginThrottle {
    private static final int TRIES = 10;
    private static final long NANOS_FOR_A_TRY = 1_000_000_000L;
    /** Addresses that are remembered; the one seen least lately is forgotten first. */
    private static final int ADDRESSES = 1000;

    private final LongSupplier nanoTime;
    /** When each address will have all its tries again. */
    private final Map<InetAddress, Long> restoredAt = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<InetAddress, Long> eldest) {
            return size() > ADDRESSES;
        }
    };

    LoginThrottle(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    synchronized boolean mayTry(InetAddress address) {
        return debt(address) <= (TRIES - 1) * NANOS_FOR_A_TRY;
    }

    synchronized void failed(InetAddress address) {
        restoredAt.put(address, nanoTime.getAsLong() + debt(address) + NANOS_FOR_A_TRY);
    }

    /** Nanoseconds until all tries are back. */
    private long debt(InetAddress address) {
        Long restored = restoredAt.get(address);
        return restored == null ? 0 : Math.max(0, restored - nanoTime.getAsLong());
    }
}
