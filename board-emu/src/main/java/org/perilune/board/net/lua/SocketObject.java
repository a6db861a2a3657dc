package org.perilune.board.net.lua;

import java.util.EnumMap;
import java.util.Map;
import org.perilune.board.net.Ipv4;
import org.perilune.board.net.NetException;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.References;

/** What sockets for connections and for datagrams have in common: callbacks, name lookups, time to live. */
abstract class SocketObject extends NetObject {
    /** What a program can be told of; the names are those of {@code socket:on}. */
    enum Event {
        CONNECTION,
        DISCONNECTION,
        RECONNECTION,
        DNS,
        RECEIVE,
        SENT;

        final String key = name().toLowerCase(java.util.Locale.ROOT);
    }

    private static final int DEFAULT_TTL = 255;
    private static final int TTL_BITS = 0xff;

    private final Map<Event, Integer> callbacks = new EnumMap<>(Event.class);
    private int timeToLive = DEFAULT_TTL;
    /** Lookups that have not been answered; the object is kept alive meanwhile. */
    private int lookups;

    SocketObject(NetStack stack) {
        super(stack);
    }

    /** Whether the firmware's control block exists. */
    abstract boolean isOpen();

    /** Whether the program can be told of an event. */
    abstract boolean knows(Event event);

    // ---- callbacks

    final boolean hasCallback(Event event) {
        return callbacks.containsKey(event);
    }

    final void setCallback(LuaState lua, Event event, int index) {
        callbacks.put(event, keep(lua, index, callbacks.getOrDefault(event, References.NONE)));
    }

    final void dropCallback(LuaState lua, Event event) {
        Integer kept = callbacks.remove(event);
        lua.release(kept == null ? References.NONE : kept);
    }

    /** Pushes the callback and the object itself, or nothing when there is no callback. */
    final boolean pushCallback(LuaState lua, Event event) {
        Integer callback = callbacks.get(event);
        if (callback == null) {
            return false;
        }
        lua.pushReference(callback);
        pushSelf(lua);
        return true;
    }

    static int on(LuaState lua) {
        SocketObject socket = check(lua, SocketObject.class);
        String name = Arguments.text(lua, 2);
        for (Event event : Event.values()) {
            if (event.key.equals(name) && socket.knows(event)) {
                if (lua.isFunction(3)) {
                    socket.setCallback(lua, event, 3);
                } else if (!lua.isNone(3) && lua.refAt(3) == null) {
                    socket.dropCallback(lua, event);
                } else {
                    throw lua.error("invalid callback function");
                }
                return 0;
            }
        }
        throw lua.error("invalid callback name");
    }

    // ---- name lookups

    final boolean isLookingUp() {
        return lookups > 0;
    }

    static int dns(LuaState lua) {
        SocketObject socket = check(lua, SocketObject.class);
        String name = Arguments.text(lua, 2);
        if (lua.isFunction(3)) {
            socket.setCallback(lua, Event.DNS, 3);
        }
        if (!socket.hasCallback(Event.DNS)) {
            throw lua.error("no callback specified");
        }
        socket.lookUp(lua, name);
        return 0;
    }

    /** Looks a name up for the object, which is the first argument; an address is found at once. */
    final void lookUp(LuaState lua, String name) {
        boolean pinned = pin(lua, 1);
        lookups++;
        Ipv4 literal = DnsFunctions.literal(name);
        if (literal != null) {
            if (isPinned() && pushCallback(lua, Event.DNS)) {
                lua.push(literal.toString());
                lua.call(2, 0);
            }
            lookedUp(lua, literal);
            return;
        }
        try {
            stack.network().resolve(name, this::answered);
        } catch (NetException e) {
            lookups--;
            if (pinned) {
                unpin(lua);
            }
            lookupRefused();
            throw error(lua, e);
        }
    }

    private void answered(Ipv4 address) {
        LuaState lua = stack.cycle().lua();
        if (isPinned() && pushCallback(lua, Event.DNS)) {
            pushFound(lua, address);
            stack.cycle().call(2, 0);
        }
        lookedUp(lua, address);
    }

    private void lookedUp(LuaState lua, Ipv4 address) {
        lookups--;
        if (isOpen()) {
            addressFound(address);
        } else if (!isLookingUp()) {
            unpin(lua);
        }
    }

    static void pushFound(LuaState lua, Ipv4 address) {
        if (address == null) {
            lua.pushNil();
        } else {
            lua.push(address.toString());
        }
    }

    /**
     * A lookup ended while the socket is open.
     *
     * @param address null when there is no such name
     */
    void addressFound(Ipv4 address) {}

    /** A lookup could not begin. */
    void lookupRefused() {}

    // ---- time to live

    /** Only remembered: the host does not let it be set for each socket. */
    static int ttl(LuaState lua) {
        SocketObject socket = check(lua, SocketObject.class);
        if (!socket.isOpen()) {
            throw lua.error("socket is not open/bound yet");
        }
        int wanted = Arguments.integer(lua, 2, -1);
        if (wanted != -1) {
            socket.timeToLive = wanted & TTL_BITS;
            lua.push(wanted);
        } else {
            lua.push(socket.timeToLive);
        }
        return 1;
    }

    final void resetTimeToLive() {
        timeToLive = DEFAULT_TTL;
    }

    // ---- the end

    /** Lets the registry forget the object unless a lookup still needs it. */
    final void unpinUnlessLookingUp(LuaState lua) {
        if (!isLookingUp()) {
            unpin(lua);
        }
    }

    final void dropAll(LuaState lua) {
        for (Event event : Event.values()) {
            dropCallback(lua, event);
        }
        unpin(lua);
    }
}
