package org.perilune.board.net.lua;

import org.perilune.board.BoardModule;
import org.perilune.board.NativeObjects;
import org.perilune.board.PowerCycle;
import org.perilune.board.net.BoardAddress;
import org.perilune.board.net.Network;
import org.perilune.board.net.NetworkHost;
import org.perilune.runtime.exec.NativeFunction;
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

    private static final RoTable OLD_DATAGRAM_SOCKET = Library.named(OldUdpSocketObject.TYPE)
            .function("__gc", NetObject::collect)
            .self("__index")
            .function("listen", UdpSocketObject::listen)
            .function("connect", OldUdpSocketObject::connect)
            .function("close", NetObject::closeIt)
            .function("on", SocketObject::on)
            .function("send", OldUdpSocketObject::send)
            .function("dns", SocketObject::dns)
            .function("getaddr", NetObject::getAddr)
            .build();

    private static final RoTable DNS = Library.named("net.dns")
            .function("setdnsserver", DnsFunctions::setServer)
            .function("getdnsserver", DnsFunctions::getServer)
            .function("resolve", DnsFunctions::resolve)
            .build();

    private static final int TCP = 1;
    private static final int UDP = 2;

    private final NetworkHost host;
    private final boolean compat;
    private final RoTable table;

    /**
     * @param host serves the network of each board that has this module
     * @param compat whether servers and connections may also be of datagrams, as in firmware before 2018
     */
    public NetModule(NetworkHost host, boolean compat) {
        this.host = host;
        this.compat = compat;
        table = Library.named("net")
                .function("createServer", orDatagrams(TcpServerObject::create))
                .function("createConnection", orDatagrams(TcpSocketObject::create))
                .function("createUDPSocket", UdpSocketObject::create)
                .function("ifinfo", InterfaceFunctions::info)
                .function("multicastJoin", InterfaceFunctions::multicast)
                .function("multicastLeave", InterfaceFunctions::multicast)
                .table("dns", DNS)
                .number("TCP", TCP)
                .number("UDP", UDP)
                .build();
    }

    private NativeFunction orDatagrams(NativeFunction create) {
        return compat
                ? lua -> lua.isNumber(1) && lua.toInteger(1) == UDP ? OldUdpSocketObject.create(lua) : create.call(lua)
                : create;
    }

    @Override
    public RoTable table() {
        return table;
    }

    @Override
    public void opened(PowerCycle cycle) {
        NativeObjects.define(cycle.lua(), TcpServerObject.TYPE, SERVER);
        NativeObjects.define(cycle.lua(), TcpSocketObject.TYPE, SOCKET);
        NativeObjects.define(cycle.lua(), UdpSocketObject.TYPE, DATAGRAM_SOCKET);
        if (compat) {
            NativeObjects.define(cycle.lua(), OldUdpSocketObject.TYPE, OLD_DATAGRAM_SOCKET);
        }
        Network network = host.network(
                BoardAddress.of(cycle.board().config()), cycle.board().config()::hostPort, cycle::post);
        NetStack stack = new NetStack(cycle, network);
        cycle.keep(stack);
        cycle.opened(stack);
    }
}
