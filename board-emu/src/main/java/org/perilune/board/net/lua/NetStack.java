package org.perilune.board.net.lua;

import org.perilune.board.PowerCycle;
import org.perilune.board.Resource;
import org.perilune.board.net.Ipv4;
import org.perilune.board.net.Network;

/** What the module {@code net} has in one power cycle. */
final class NetStack implements Resource {
    static final int DNS_SERVERS = 2;

    private final PowerCycle cycle;
    private final Network network;
    /** Servers as the program set them; names are looked up by the host all the same. */
    private final Ipv4[] dnsServers = {Ipv4.of("208.67.222.222"), Ipv4.ANY};

    NetStack(PowerCycle cycle, Network network) {
        this.cycle = cycle;
        this.network = network;
    }

    PowerCycle cycle() {
        return cycle;
    }

    Network network() {
        return network;
    }

    Ipv4[] dnsServers() {
        return dnsServers;
    }

    @Override
    public Waiting waiting() {
        if (network.isAnswerDue()) {
            return Waiting.FOR_ANSWER;
        }
        return network.isOpen() ? Waiting.FOR_EVENTS : Waiting.FOR_NOTHING;
    }

    @Override
    public void close() {
        network.close();
    }
}
