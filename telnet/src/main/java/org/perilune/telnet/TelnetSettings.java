package org.perilune.telnet;

import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * Where a telnet server listens and what it puts up with. Immutable; {@link #at} is the start.
 *
 * @param address where it listens; port 0 takes a free one
 * @param sessions clients that may be logged in at a time
 * @param visitors clients that may be at the login; one more pushes out the one that has been there longest
 * @param tries wrong passwords before a client is sent away
 * @param failurePause how long nobody's password is looked at after a wrong one
 * @param loginTime how long a client may take to log in
 * @param idleTime how long a client may neither type nor read; it is sent away after that or up to twice as long
 * @param longestLine bytes of a line, without its end
 * @param typedAhead bytes that a client may type ahead of a busy console; beyond that it is not listened to
 * @param backlog bytes of output that a slow client may lag behind; older ones are dropped, and the client is told
 */
public record TelnetSettings(
        InetSocketAddress address,
        int sessions,
        int visitors,
        int tries,
        Duration failurePause,
        Duration loginTime,
        Duration idleTime,
        int longestLine,
        int typedAhead,
        int backlog) {

    /** The usual limits. */
    public static TelnetSettings at(InetSocketAddress address, int longestLine) {
        return new TelnetSettings(
                address,
                16,
                8,
                3,
                Duration.ofMillis(500),
                Duration.ofMinutes(1),
                Duration.ofHours(1),
                longestLine,
                64 << 10,
                256 << 10);
    }
}
