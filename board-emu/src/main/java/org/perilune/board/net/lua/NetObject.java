package org.perilune.board.net.lua;

import org.perilune.board.NativeObjects;
import org.perilune.board.net.Ipv4;
import org.perilune.board.net.NetException;
import org.perilune.runtime.exec.LuaError;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.References;
import org.perilune.runtime.value.Userdata;

/** A server or socket in the program's hands. While it is open, the registry keeps it alive. */
abstract class NetObject {
    static final String INVALID = "invalid user data";
    static final String NO_CONTROL_BLOCK = "cannot allocate PCB";

    final NetStack stack;
    private int self = References.NONE;

    NetObject(NetStack stack) {
        this.stack = stack;
    }

    /** Pushes the object as a new userdata. */
    void push(LuaState lua, String type) {
        NativeObjects.push(lua, type, Prices.USERDATA, this);
    }

    /** The object that is the first argument; raises an error when it is not of this kind. */
    static <T extends NetObject> T check(LuaState lua, Class<T> kind) {
        if (lua.refAt(1) instanceof Userdata userdata && kind.isInstance(userdata.payload())) {
            return kind.cast(userdata.payload());
        }
        throw lua.error(INVALID);
    }

    static LuaError error(LuaState lua, NetException e) {
        throw lua.error(e.error().text());
    }

    // ---- being kept alive

    final boolean isPinned() {
        return self != References.NONE;
    }

    /** Keeps the object at an index alive; it is this one. Returns whether it was not kept before. */
    final boolean pin(LuaState lua, int index) {
        if (isPinned()) {
            return false;
        }
        lua.pushCopy(index);
        self = lua.reference();
        return true;
    }

    final void unpin(LuaState lua) {
        int kept = self;
        self = References.NONE;
        lua.release(kept);
    }

    final void pushSelf(LuaState lua) {
        lua.pushReference(self);
    }

    // ---- callbacks

    /** Keeps the function at an index in place of one kept before. */
    static int keep(LuaState lua, int index, int before) {
        lua.pushCopy(index);
        lua.release(before);
        return lua.reference();
    }

    /** Pushes port and address, or twice nil. */
    static int pushAddress(LuaState lua, int port, Ipv4 address) {
        if (port == 0) {
            lua.pushNil();
            lua.pushNil();
        } else {
            lua.push(port);
            lua.push(address.toString());
        }
        return 2;
    }

    // ---- what every kind can do

    /** Port and address of the board's end. */
    abstract int getAddress(LuaState lua);

    /** Closes as the program asks for. */
    abstract void close(LuaState lua);

    /** Lets go of all that the object has: it is garbage. */
    abstract void delete(LuaState lua);

    static int getAddr(LuaState lua) {
        return check(lua, NetObject.class).getAddress(lua);
    }

    static int closeIt(LuaState lua) {
        check(lua, NetObject.class).close(lua);
        return 0;
    }

    static int collect(LuaState lua) {
        check(lua, NetObject.class).delete(lua);
        return 0;
    }
}
