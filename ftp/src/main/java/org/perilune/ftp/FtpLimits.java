package org.perilune.ftp;

import java.time.Duration;

/**
 * What the server grants its clients.
 *
 * @param sessions clients logged in at a time; one more is told to come later
 * @param visitors connections that have not logged in yet; one more ends the oldest of them
 * @param loginTime how long one of those may be silent
 * @param idleTime how long a session may be silent, or a transfer stand still
 * @param dataTime how long the server waits for a data connection
 * @param uploadBytes of memory for all uploads that are under way
 */
public record FtpLimits(
        int sessions, int visitors, Duration loginTime, Duration idleTime, Duration dataTime, long uploadBytes) {
    public static final FtpLimits DEFAULT =
            new FtpLimits(64, 64, Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofSeconds(20), 64L << 20);
}
