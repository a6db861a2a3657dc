package org.perilune.telnet;

import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.List;

/**
 * Accepts connections whose urgent data stays in the stream. Clients send the Data Mark after an interrupt as urgent
 * (RFC 854, "Synch"); taken out, it would leave its IAC behind, and that would swallow the next byte.
 */
final class TelnetServerChannel extends NioServerSocketChannel {
    @Override
    protected int doReadMessages(List<Object> accepted) throws IOException {
        SocketChannel socket = javaChannel().accept();
        if (socket == null) {
            return 0;
        }
        try {
            socket.socket().setOOBInline(true);
            accepted.add(new NioSocketChannel(this, socket));
            return 1;
        } catch (IOException | RuntimeException e) {
            // The client has gone already.
            socket.close();
            return 0;
        }
    }
}
