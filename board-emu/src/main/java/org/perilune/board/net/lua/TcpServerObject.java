package org.perilune.board.net.lua;

import org.perilune.board.Board;
import org.perilune.board.DeviceBlock;
import org.perilune.board.net.Connection;
import org.perilune.board.net.Ipv4;
import org.perilune.board.net.NetError;
import org.perilune.board.net.NetException;
import org.perilune.board.net.ServerPort;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.References;

/** A server: {@code net.createServer()}. */
final class TcpServerObject extends NetObject {
    static final String TYPE = "net.tcpserver";

    private static final int DEFAULT_TIMEOUT = 30;

    private int acceptCallback = References.NONE;
    private ServerPort port;
    private Ipv4 address = Ipv4.ANY;
    private DeviceBlock controlBlock;

    private TcpServerObject(NetStack stack) {
        super(stack);
    }

    /**
     * The argument is the idle time after which peers are probed. It is checked and not used: on the host, a peer that
     * lives always answers.
     */
    static int create(LuaState lua) {
        Arguments.number(lua, 1, DEFAULT_TIMEOUT);
        new TcpServerObject(Board.of(lua).cycle().part(NetStack.class)).push(lua, TYPE);
        return 1;
    }

    static int listen(LuaState lua) {
        check(lua, TcpServerObject.class).startListening(lua);
        return 0;
    }

    private void startListening(LuaState lua) {
        if (port != null) {
            throw lua.error("already listening");
        }
        ListenArguments arguments = ListenArguments.read(lua);
        if (!lua.isFunction(arguments.next())) {
            throw lua.error("need callback");
        }
        acceptCallback = keep(lua, arguments.next(), acceptCallback);
        // The firmware makes a connection's control block first and exchanges it for the smaller one of a listener.
        DeviceBlock first = DeviceBlock.tryTake(stack.cycle().heap(), Prices.CONNECTION);
        if (first == null) {
            throw lua.error(NO_CONTROL_BLOCK);
        }
        try {
            controlBlock = DeviceBlock.tryTake(stack.cycle().heap(), Prices.LISTENER);
            if (controlBlock == null) {
                throw lua.error(NetError.OUT_OF_MEMORY.text());
            }
            port = stack.network().listen(arguments.port(), this::accept);
            address = arguments.address();
        } catch (NetException e) {
            controlBlock.free();
            throw error(lua, e);
        } finally {
            first.free();
        }
        pin(lua, 1);
    }

    private void accept(Connection connection) {
        if (port == null || !isPinned()) {
            connection.abort();
            return;
        }
        LuaState lua = stack.cycle().lua();
        DeviceBlock block = DeviceBlock.tryTake(stack.cycle().heap(), Prices.CONNECTION);
        if (block == null) {
            connection.abort();
            return;
        }
        lua.pushReference(acceptCallback);
        TcpSocketObject socket = new TcpSocketObject(stack);
        socket.push(lua, TcpSocketObject.TYPE);
        socket.accepted(lua, connection, block);
        stack.cycle().call(1, 0);
        socket.callConnected();
    }

    @Override
    int getAddress(LuaState lua) {
        return pushAddress(lua, port == null ? 0 : port.port(), address);
    }

    @Override
    void close(LuaState lua) {
        if (port == null) {
            throw lua.error(NetError.NOT_CONNECTED.text());
        }
        closePort();
        unpin(lua);
    }

    private void closePort() {
        if (port != null) {
            port.close();
            controlBlock.free();
            port = null;
        }
    }

    @Override
    void delete(LuaState lua) {
        closePort();
        lua.release(acceptCallback);
        acceptCallback = References.NONE;
        unpin(lua);
    }
}
