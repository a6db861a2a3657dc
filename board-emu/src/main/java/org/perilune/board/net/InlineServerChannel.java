package org.perilune.board.net;

import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;

/**
 * Accepts connections whose urgent data stays in the stream, as on the device: lwIP passes over the urgent pointer. Taken
 * out by the host, an FTP client's urgent ABOR would lack its last byte, the end of the line.
 */
final class InlineServerChannel extends NioServerSocketChannel {
    InlineServerChannel(ServerSocketChannel socket) {
        super(socket);
    }

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
            // The peer has gone already.
            socket.close();
            return 0;
        }
    }
}
