package org.perilune.board.net.lua;

import org.perilune.board.Board;
import org.perilune.board.DeviceBlock;
import org.perilune.board.net.DatagramEvents;
import org.perilune.board.net.Ipv4;
import org.perilune.board.net.NetError;
import org.perilune.board.net.NetException;
import org.perilune.board.net.UdpPort;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.value.LuaString;

/** A socket for datagrams: {@code net.createUDPSocket()}. */
class UdpSocketObject extends SocketObject implements DatagramEvents {
    static final String TYPE = "net.udpsocket";

    private static final int PORT_BITS = 0xffff;

    private UdpPort port;
    private Ipv4 address = Ipv4.ANY;
    private DeviceBlock controlBlock;

    UdpSocketObject(NetStack stack) {
        super(stack);
    }

    static int create(LuaState lua) {
        new UdpSocketObject(Board.of(lua).cycle().part(NetStack.class)).push(lua, TYPE);
        return 1;
    }

    @Override
    boolean isOpen() {
        return port != null;
    }

    @Override
    boolean knows(Event event) {
        return event.compareTo(Event.DNS) >= 0;
    }

    static int listen(LuaState lua) {
        UdpSocketObject socket = check(lua, UdpSocketObject.class);
        if (socket.isOpen()) {
            throw lua.error("already listening");
        }
        ListenArguments arguments = ListenArguments.read(lua);
        socket.bind(lua, arguments.port(), null);
        socket.address = arguments.address();
        return 0;
    }

    /** Opens a port; the object is the first argument, or kept alive already. */
    final void bind(LuaState lua, int wanted, Ipv4 firstTarget) {
        controlBlock = DeviceBlock.tryTake(stack.cycle().heap(), Prices.DATAGRAM_PORT);
        if (controlBlock == null) {
            throw lua.error(NO_CONTROL_BLOCK);
        }
        try {
            port = stack.network().udp(wanted, firstTarget, this);
        } catch (NetException e) {
            controlBlock.free();
            throw error(lua, e);
        }
        address = Ipv4.ANY;
        resetTimeToLive();
        pin(lua, 1);
    }

    static int send(LuaState lua) {
        check(lua, UdpSocketObject.class).sendArguments(lua);
        return 0;
    }

    private void sendArguments(LuaState lua) {
        int targetPort = Arguments.integer(lua, 2) & PORT_BITS;
        if (targetPort == 0) {
            throw lua.error("need port");
        }
        Ipv4 target = Ipv4.parse(Arguments.text(lua, 3));
        if (target == null) {
            throw lua.error("invalid IP address");
        }
        LuaString data = Arguments.string(lua, 4);
        if (data.length() == 0) {
            throw lua.error("no data to send");
        }
        if (lua.isFunction(5)) {
            setCallback(lua, Event.SENT, 5);
        }
        if (!isOpen()) {
            bind(lua, 0, target);
        }
        sendTo(lua, target, targetPort, data);
    }

    /** Sends a datagram and says so: the firmware does not wait for anything. */
    final void sendTo(LuaState lua, Ipv4 target, int targetPort, LuaString data) {
        if (!isOpen() || !isPinned()) {
            throw lua.error(NetError.NOT_CONNECTED.text());
        }
        NetException refused = transmit(lua, target, targetPort, data);
        if (pushCallback(lua, Event.SENT)) {
            lua.call(1, 0);
        }
        if (refused != null) {
            throw error(lua, refused);
        }
    }

    private NetException transmit(LuaState lua, Ipv4 target, int targetPort, LuaString data) {
        DeviceBlock buffer =
                DeviceBlock.tryTake(stack.cycle().heap(), Prices.BUFFER_WITH_HEADERS + (data.length() + 3 & ~3));
        if (buffer == null) {
            throw lua.error("cannot allocate message buffer");
        }
        try {
            port.send(target, targetPort, data.bytes());
            return null;
        } catch (NetException e) {
            return e;
        } finally {
            buffer.free();
        }
    }

    @Override
    public void received(byte[] data, Ipv4 sender, int senderPort) {
        LuaState lua = stack.cycle().lua();
        if (isOpen() && isPinned() && pushCallback(lua, Event.RECEIVE)) {
            lua.push(data, 0, data.length);
            lua.push(senderPort);
            lua.push(sender.toString());
            stack.cycle().call(4, 0);
        }
    }

    @Override
    int getAddress(LuaState lua) {
        return pushAddress(lua, port == null ? 0 : port.port(), address);
    }

    @Override
    void close(LuaState lua) {
        if (!isOpen()) {
            throw lua.error(NetError.NOT_CONNECTED.text());
        }
        closePort();
        unpinUnlessLookingUp(lua);
    }

    final void closePort() {
        if (port != null) {
            port.close();
            controlBlock.free();
            port = null;
        }
    }

    @Override
    void delete(LuaState lua) {
        closePort();
        dropAll(lua);
    }
}
