package org.perilune.telnet;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.util.function.Consumer;

/** The end of every pipeline: an error closes that connection and no other. Lost connections are no news. */
@Sharable
final class Troubles extends ChannelInboundHandlerAdapter {
    private final Consumer<String> complaints;

    /** @param complaints told, in a sentence, what should not have happened */
    Troubles(Consumer<String> complaints) {
        this.complaints = complaints;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (!(cause instanceof IOException)) {
            complaints.accept("telnet: a connection was closed after " + cause);
        }
        Telnet.close(context);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ReferenceCountUtil.release(message);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        ReferenceCountUtil.release(event);
    }
}
