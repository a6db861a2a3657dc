package org.perilune.board;

import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.value.RoTable;
import org.perilune.runtime.value.Userdata;

/** Objects of the host in the program's hands: userdata whose metatable lies in flash and is named in the registry. */
public final class NativeObjects {
    private NativeObjects() {}

    /** Names the metatable of a kind of object, once in a power cycle. */
    public static void define(LuaState lua, String type, RoTable metatable) {
        lua.pushValue(metatable, 0);
        Registry.set(lua, type);
    }

    /**
     * Pushes a new object.
     *
     * @param type the kind's name
     * @param deviceBytes what the firmware's structure takes
     */
    public static Userdata push(LuaState lua, String type, int deviceBytes, Object payload) {
        Userdata userdata = lua.newUserdata(deviceBytes, payload);
        Registry.push(lua, type);
        lua.setMetatable(-2);
        return userdata;
    }

    /** The object that an argument is; raises an error when it is not one of that kind. */
    public static <T> T check(LuaState lua, int argument, String type, Class<T> payloadClass) {
        if (lua.refAt(argument) instanceof Userdata userdata && payloadClass.isInstance(userdata.payload())) {
            return payloadClass.cast(userdata.payload());
        }
        throw Arguments.typeError(lua, argument, type);
    }
}
