package org.perilune.board.net;

import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** A board's network on the loopback address, on which its ports have the same numbers at the host. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
abstract class NetworkTest {
    static final Ipv4 LOCAL = Ipv4.of("127.0.0.1");

    final TestMailbox mailbox = new TestMailbox();
    final NetworkHost host = new NetworkHost(complaint -> {});
    final Network network = host.network(LOCAL, IntUnaryOperator.identity(), mailbox);

    @AfterEach
    void close() {
        network.close();
        host.close();
    }
}
