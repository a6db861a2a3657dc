package org.perilune.board.net.lua;

import org.perilune.board.BoardModule;
import org.perilune.board.NativeObjects;
import org.perilune.board.PowerCycle;
import org.perilune.board.net.BoardAddress;
import org.perilune.board.net.Network;
import org.perilune.board.net.NetworkHost;
import org.perilune.runtime.lib.Library;
import org.perilune.runtime.value.RoTable;

/** {@code net}: servers, connections, datagrams and name lookup. Multicast groups are accepted, but nothing comes from them. */
public final class NetModule implements BoardModule {
    private static final RoTable SERVER = Library.named(TcpServerObject.TYPE)
            .function("__gc", NetObject::collect)
            .self("__index")
            .function("listen", TcpServerObject::listen)
            .function("getaddr", NetObject::getAddr)
            .function("close", NetObject::closeIt)
            .build();

    private static final RoTable SOCKET = Library.named(TcpSocketObject.TYPE)
            .function("__gc", NetObject::collect)
            .self("__index")
            .function("connect", TcpSocketObject::connect)
            .function("close", NetObject::closeIt)
            .function("on", SocketObject::on)
            .function("send", TcpSocketObject::send)
            .function("hold", TcpSocketObject::hold)
            .function("unhold", TcpSocketObject::unhold)
            .function("dns", SocketObject::dns)
            .function("ttl", SocketObject::ttl)
            .function("getpeer", TcpSocketObject::getPeer)
            .function("getaddr", NetObject::getAddr)
            .build();

    private static final RoTable DATAGRAM_SOCKET = Library.named(UdpSocketObject.TYPE)
            .function("__gc", NetObject::collect)
            .self("__index")
            .function("listen", UdpSocketObject::listen)
            .function("close", NetObject::closeIt)
            .function("on", SocketObject::on)
            .function("send", UdpSocketObject::send)
            .function("dns", SocketObject::dns)
            .function("ttl", SocketObject::ttl)
            .function("getaddr", NetObject::getAddr)
            .build();

    private static final RoTable DNS = Library.named("net.dns")
            .function("setdnsserver", DnsFunctions::setServer)
            .function("getdnsserver", DnsFunctions::getServer)
            .function("resolve", DnsFunctions::resolve)
            .build();

    private static final int TCP = 1;
    private static final int UDP = 2;

    private static final RoTable TABLE = Library.named("net")
            .function("createServer", TcpServerObject::create)
            .function("createConnection", TcpSocketObject::create)
            .function("createUDPSocket", UdpSocketObject::create)
            .function("ifinfo", InterfaceFunctions::info)
            .function("multicastJoin", InterfaceFunctions::multicast)
            .function("multicastLeave", InterfaceFunctions::multicast)
            .table("dns", DNS)
            .number("TCP", TCP)
            .number("UDP", UDP)
            .build();

    private final NetworkHost host;

    /** @param host serves the network of each board that has this module */
    public NetModule(NetworkHost host) {
        this.host = host;
    }

    @Override
    public RoTable table() {
        return TABLE;
    }

    @Override
    public void opened(PowerCycle cycle) {
        NativeObjects.define(cycle.lua(), TcpServerObject.TYPE, SERVER);
        NativeObjects.define(cycle.lua(), TcpSocketObject.TYPE, SOCKET);
        NativeObjects.define(cycle.lua(), UdpSocketObject.TYPE, DATAGRAM_SOCKET);
        Network network = host.network(
                BoardAddress.of(cycle.board().config()), cycle.board().config()::hostPort, cycle::post);
        NetStack stack = new NetStack(cycle, network);
        cycle.keep(stack);
        cycle.opened(stack);
    }
}
