package org.perilune.board.net.lua;

import org.perilune.board.Board;
import org.perilune.board.DeviceBlock;
import org.perilune.board.net.Connection;
import org.perilune.board.net.ConnectionEvents;
import org.perilune.board.net.Ipv4;
import org.perilune.board.net.NetError;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.value.LuaString;

/** A connection in the program's hands: accepted by a server, or {@code net.createConnection()}. */
final class TcpSocketObject extends SocketObject implements ConnectionEvents {
    static final String TYPE = "net.tcpsocket";

    private static final int PORT_BITS = 0xffff;

    private final SegmentMemory unsent;
    /** Taken while the firmware's control block exists: from {@code connect} on, before the name is looked up. */
    private DeviceBlock controlBlock;
    /** Null before the name is looked up. */
    private Connection connection;

    private int remotePort;
    private boolean held;

    TcpSocketObject(NetStack stack) {
        super(stack);
        unsent = new SegmentMemory(stack.cycle().heap());
    }

    static int create(LuaState lua) {
        new TcpSocketObject(Board.of(lua).cycle().part(NetStack.class)).push(lua, TYPE);
        return 1;
    }

    @Override
    boolean isOpen() {
        return controlBlock != null;
    }

    @Override
    boolean knows(Event event) {
        return true;
    }

    /** Takes over an accepted connection; the object lies on the top of the stack. */
    void accepted(LuaState lua, Connection taken, DeviceBlock block) {
        pin(lua, -1);
        controlBlock = block;
        connection = taken;
        remotePort = taken.remotePort();
        taken.open(this);
    }

    static int connect(LuaState lua) {
        check(lua, TcpSocketObject.class).startConnecting(lua);
        return 0;
    }

    private void startConnecting(LuaState lua) {
        if (isOpen()) {
            throw lua.error("already connected");
        }
        int port = Arguments.integer(lua, 2) & PORT_BITS;
        if (port == 0) {
            throw lua.error("specify port");
        }
        String target = lua.isString(3) ? lua.toJavaString(3) : "127.0.0.1";
        if (lua.argCount() > 3) {
            Arguments.check(lua, lua.isFunction(4), 4, "not a function");
            setCallback(lua, Event.CONNECTION, 4);
        }
        controlBlock = DeviceBlock.tryTake(stack.cycle().heap(), Prices.CONNECTION);
        if (controlBlock == null) {
            throw lua.error(NO_CONTROL_BLOCK);
        }
        resetTimeToLive();
        remotePort = port;
        lookUp(lua, target);
    }

    @Override
    void addressFound(Ipv4 address) {
        if (connection != null) {
            return;
        }
        if (address == null) {
            // The firmware tries an address that never answers, and gives up.
            DeviceBlock attempt = controlBlock;
            stack.cycle().post(() -> {
                if (controlBlock == attempt) {
                    closed(NetError.ABORTED.code());
                }
            });
            return;
        }
        connection = stack.network().connect(address, remotePort, this);
        if (held) {
            connection.hold();
        }
    }

    @Override
    void lookupRefused() {
        release();
    }

    // ---- what happens to the connection

    @Override
    public void connected() {
        callConnected();
    }

    void callConnected() {
        LuaState lua = stack.cycle().lua();
        if (isOpen() && isPinned() && pushCallback(lua, Event.CONNECTION)) {
            stack.cycle().call(1, 0);
        }
    }

    @Override
    public void received(byte[] data) {
        LuaState lua = stack.cycle().lua();
        if (isPinned() && pushCallback(lua, Event.RECEIVE)) {
            lua.push(data, 0, data.length);
            stack.cycle().call(2, 0);
        }
    }

    @Override
    public void sent(int bytes) {
        unsent.acknowledge(bytes);
        LuaState lua = stack.cycle().lua();
        if (isPinned() && pushCallback(lua, Event.SENT)) {
            stack.cycle().call(1, 0);
        }
    }

    @Override
    public void closed(int code) {
        release();
        if (!isPinned()) {
            return;
        }
        LuaState lua = stack.cycle().lua();
        Event event =
                code != NetError.NONE && hasCallback(Event.RECONNECTION) ? Event.RECONNECTION : Event.DISCONNECTION;
        if (pushCallback(lua, event)) {
            lua.push(code);
            stack.cycle().call(2, 0);
        }
        unpinUnlessLookingUp(lua);
    }

    // ---- what the program asks for

    static int send(LuaState lua) {
        check(lua, TcpSocketObject.class).sendArgument(lua);
        return 0;
    }

    private void sendArgument(LuaState lua) {
        LuaString data = Arguments.string(lua, 2);
        if (data.length() == 0) {
            throw lua.error("no data to send");
        }
        if (lua.isFunction(3)) {
            setCallback(lua, Event.SENT, 3);
        }
        if (connection == null || !isPinned()) {
            throw lua.error(NetError.NOT_CONNECTED.text());
        }
        if (!connection.canSend(data.length()) || !unsent.take(data.length())) {
            throw lua.error(NetError.OUT_OF_MEMORY.text());
        }
        connection.send(data.bytes());
    }

    static int hold(LuaState lua) {
        TcpSocketObject socket = check(lua, TcpSocketObject.class);
        if (!socket.held && socket.isOpen()) {
            socket.held = true;
            if (socket.connection != null) {
                socket.connection.hold();
            }
        }
        return 0;
    }

    static int unhold(LuaState lua) {
        TcpSocketObject socket = check(lua, TcpSocketObject.class);
        if (socket.held && socket.isOpen()) {
            socket.held = false;
            if (socket.connection != null) {
                socket.connection.unhold();
            }
        }
        return 0;
    }

    static int getPeer(LuaState lua) {
        TcpSocketObject socket = check(lua, TcpSocketObject.class);
        Ipv4 address = socket.connection == null ? Ipv4.ANY : socket.connection.remoteAddress();
        return pushAddress(lua, socket.isOpen() ? socket.remotePort : 0, address);
    }

    @Override
    int getAddress(LuaState lua) {
        return pushAddress(
                lua,
                connection == null ? 0 : connection.localPort(),
                stack.network().address());
    }

    // ---- the end

    @Override
    void close(LuaState lua) {
        if (!isOpen()) {
            throw lua.error(NetError.NOT_CONNECTED.text());
        }
        if (connection != null) {
            connection.close();
        }
        release();
        unpinUnlessLookingUp(lua);
    }

    @Override
    void delete(LuaState lua) {
        if (connection != null) {
            connection.abort();
        }
        release();
        dropAll(lua);
    }

    /** Gives back what the connection had. */
    private void release() {
        connection = null;
        unsent.free();
        if (controlBlock != null) {
            controlBlock.free();
            controlBlock = null;
        }
    }
}
