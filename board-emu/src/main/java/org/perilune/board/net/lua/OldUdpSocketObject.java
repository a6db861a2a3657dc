package org.perilune.board.net.lua;

import org.perilune.board.Board;
import org.perilune.board.net.Ipv4;
import org.perilune.board.net.NetException;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.value.LuaString;

/**
 * A socket for datagrams as programs for firmware before 2018 make it, {@code net.createServer(net.UDP)} or
 * {@code net.createConnection(net.UDP)}: it writes to the peer that it was connected to, or that wrote to it last.
 */
final class OldUdpSocketObject extends UdpSocketObject {
    static final String TYPE = "net.oldudpsocket";

    private static final int PORT_BITS = 0xffff;

    /** Null while there is none. */
    private Ipv4 peer;

    private int peerPort;
    private boolean connected;

    private OldUdpSocketObject(NetStack stack) {
        super(stack);
    }

    static int create(LuaState lua) {
        new OldUdpSocketObject(Board.of(lua).cycle().part(NetStack.class)).push(lua, TYPE);
        return 1;
    }

    static int connect(LuaState lua) {
        OldUdpSocketObject socket = check(lua, OldUdpSocketObject.class);
        int port = Arguments.integer(lua, 2) & PORT_BITS;
        String target = lua.isString(3) ? lua.toJavaString(3) : "127.0.0.1";
        Ipv4 address = Ipv4.parse(target);
        socket.closePort();
        if (address != null) {
            socket.connect(lua, address, port);
            return 0;
        }
        boolean pinned = socket.pin(lua, 1);
        try {
            socket.stack.network().resolve(target, found -> socket.found(found, port));
        } catch (NetException e) {
            if (pinned) {
                socket.unpin(lua);
            }
            throw error(lua, e);
        }
        return 0;
    }

    private void found(Ipv4 address, int port) {
        LuaState lua = stack.cycle().lua();
        if (address == null) {
            unpin(lua);
        } else if (isPinned() && !isOpen()) {
            connect(lua, address, port);
        }
    }

    private void connect(LuaState lua, Ipv4 address, int port) {
        bind(lua, 0, address);
        peer = address;
        peerPort = port;
        connected = true;
    }

    static int send(LuaState lua) {
        OldUdpSocketObject socket = check(lua, OldUdpSocketObject.class);
        LuaString data = Arguments.string(lua, 2);
        if (lua.isFunction(3)) {
            socket.setCallback(lua, Event.SENT, 3);
        }
        if (socket.peer == null) {
            throw lua.error("remote ip/port unavailable");
        }
        socket.sendTo(lua, socket.peer, socket.peerPort, data);
        return 0;
    }

    @Override
    public void received(byte[] data, Ipv4 sender, int senderPort) {
        if (!connected) {
            peer = sender;
            peerPort = senderPort;
        }
        super.received(data, sender, senderPort);
    }
}
