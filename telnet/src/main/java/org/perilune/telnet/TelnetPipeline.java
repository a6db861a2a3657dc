package org.perilune.telnet;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;

/** What a connection is made of. */
final class TelnetPipeline extends ChannelInitializer<Channel> {
    private final Reception reception;
    private final WriteLimit writeLimit = new WriteLimit();
    private final Troubles troubles;

    TelnetPipeline(Reception reception, Troubles troubles) {
        this.reception = reception;
        this.troubles = troubles;
    }

    @Override
    protected void initChannel(Channel channel) {
        channel.pipeline()
                .addLast(
                        writeLimit,
                        new TelnetCodec(),
                        new Negotiator(),
                        new LineAssembler(reception.settings().longestLine()),
                        new LoginHandler(reception),
                        troubles);
    }
}
