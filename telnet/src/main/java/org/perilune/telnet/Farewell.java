package org.perilune.telnet;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * The last handler of a client: says why it has to go, then ends the output and lets the client close. Closing at once
 * while the client still types would take away the text before it was shown.
 */
final class Farewell extends ChannelInboundHandlerAdapter {
    private static final int PATIENCE_SECONDS = 2;

    private final String reason;

    /** @param reason a line without its end, or nothing */
    Farewell(String reason) {
        this.reason = reason;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        Channel channel = context.channel();
        channel.config().setAutoRead(true);
        String text = reason.isEmpty() ? "" : reason + "\r\n";
        context.writeAndFlush(Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1))
                .addListener(written -> {
                    if (channel instanceof DuplexChannel duplex && !duplex.isInputShutdown()) {
                        Telnet.ignore(duplex.shutdownOutput());
                    } else {
                        Telnet.close(channel);
                    }
                });
        Future<?> timeout =
                context.executor().schedule(() -> Telnet.close(channel), PATIENCE_SECONDS, TimeUnit.SECONDS);
        channel.closeFuture().addListener(closed -> timeout.cancel(false));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ReferenceCountUtil.release(message);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == ChannelInputShutdownEvent.INSTANCE) {
            Telnet.close(context);
        }
    }
}
