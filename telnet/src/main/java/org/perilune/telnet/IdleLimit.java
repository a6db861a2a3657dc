package org.perilune.telnet;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Closes a connection over which nothing has gone for a while: looks every so often whether anything has since. */
final class IdleLimit extends ChannelDuplexHandler {
    private final long nanos;
    private boolean wasUsed;
    private Future<?> look;

    IdleLimit(Duration time) {
        nanos = time.toNanos();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        await(context);
    }

    private void await(ChannelHandlerContext context) {
        look = context.executor().schedule(() -> look(context), nanos, TimeUnit.NANOSECONDS);
    }

    private void look(ChannelHandlerContext context) {
        if (wasUsed) {
            wasUsed = false;
            await(context);
        } else {
            Telnet.close(context);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        wasUsed = true;
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        promise.addListener(written -> wasUsed |= written.isSuccess());
        Telnet.ignore(context.write(message, promise));
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        look.cancel(false);
        context.fireChannelInactive();
    }
}
