package org.perilune.telnet;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOutboundInvoker;
import io.netty.util.concurrent.Future;
import java.nio.charset.StandardCharsets;

/** Small things that several handlers do. */
final class Telnet {
    private Telnet() {}

    /** Writes a text of Latin-1 at once. */
    static void say(ChannelOutboundInvoker to, String text) {
        ignore(to.writeAndFlush(Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1)));
    }

    static void close(ChannelOutboundInvoker connection) {
        ignore(connection.close());
    }

    /** For futures whose failure shows otherwise: the channel closes, and its handlers hear of that. */
    static void ignore(Future<?> outcome) {}
}
