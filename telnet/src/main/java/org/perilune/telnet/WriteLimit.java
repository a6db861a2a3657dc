package org.perilune.telnet;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;

/**
 * Drops what is written to a client that does not read, so that no client can make its answers pile up. What must not
 * get lost waits until the channel is writable, see {@link Backlog}.
 */
@Sharable
final class WriteLimit extends ChannelOutboundHandlerAdapter {
    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (context.channel().isWritable()) {
            Telnet.ignore(context.write(message, promise));
        } else {
            ReferenceCountUtil.release(message);
            promise.cancel(false);
        }
    }
}
