package org.perilune.ftp;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** The ports at which the server awaits data connections, as a firewall has to know them. Safe for several threads. */
public final class PortRange {
    private static final int MAX_PORT = 65535;

    private final int first;
    private final int count;
    /** Where the search begins: a port that was just used is tried last, as stray packets may still come for it. */
    private final AtomicInteger next = new AtomicInteger();

    private PortRange(int first, int count) {
        this.first = first;
        this.count = count;
    }

    /** Whatever port the system finds free. */
    public static PortRange any() {
        return new PortRange(0, 1);
    }

    /** From the first to the last, each 1 to 65535. */
    public static PortRange of(int first, int last) {
        if (first < 1 || last > MAX_PORT || first > last) {
            throw new IllegalArgumentException("no ports from " + first + " to " + last);
        }
        return new PortRange(first, last - first + 1);
    }

    ServerSocket listen(InetAddress address) throws IOException {
        for (int tries = 1; ; tries++) {
            int port = first + Math.floorMod(next.getAndIncrement(), count);
            try {
                return new ServerSocket(port, 1, address);
            } catch (BindException e) {
                if (tries >= count) {
                    throw e;
                }
            }
        }
    }
}
