package org.perilune.runtime.lib;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.value.LuaString;
import org.perilune.runtime.value.NumberText;
import org.perilune.runtime.value.RoTable;
import org.perilune.runtime.value.Userdata;
import org.perilune.runtime.value.Value;

/** The methods of files; their metatable too. */
final class FileMethods {
    static final RoTable TABLE = Library.named("file")
            .function("__gc", FileMethods::finalise)
            .self("__index")
            .function("__tostring", FileMethods::describe)
            .function("close", FileMethods::close)
            .function("flush", lua -> flushOf(lua, openFile(lua)))
            .function("lines", FileMethods::lines)
            .function("read", lua -> FileReading.read(lua, openFile(lua), 2))
            .function("seek", FileMethods::seek)
            .function("setvbuf", FileMethods::setBuffering)
            .function("write", lua -> writeTo(lua, openFile(lua), 2))
            .build();

    /** The error number that goes with a failure's text; the host's own is not known. */
    private static final int ERROR_NUMBER = 2;

    private FileMethods() {}

    private static Userdata checkedFile(LuaState lua) {
        if (lua.refAt(1) instanceof Userdata userdata && userdata.metatable() == TABLE) {
            return userdata;
        }
        throw Arguments.typeError(lua, 1, IoLib.TYPE);
    }

    /** Argument 1, which must be an open file. */
    static HostFile openFile(LuaState lua) {
        if (checkedFile(lua).payload() instanceof HostFile file) {
            return file;
        }
        throw lua.error("attempt to use a closed file");
    }

    /** Gives nil, a text and a number. */
    static int failure(LuaState lua, String text) {
        lua.pushNil();
        lua.push(text);
        lua.push(ERROR_NUMBER);
        return 3;
    }

    static int close(LuaState lua) {
        HostFile file = openFile(lua);
        if (file.isStandard()) {
            lua.pushNil();
            lua.push("cannot close standard file");
            return 2;
        }
        ((Userdata) lua.refAt(1)).payload(null);
        try {
            file.close();
        } catch (IOException e) {
            return failure(lua, e.getMessage());
        }
        lua.push(true);
        return 1;
    }

    private static int finalise(LuaState lua) {
        return checkedFile(lua).payload() == null ? 0 : close(lua);
    }

    private static int describe(LuaState lua) {
        Userdata userdata = checkedFile(lua);
        if (userdata.payload() == null) {
            lua.push("file (closed)");
        } else {
            lua.pushMessage("file (%s)", Support.pointer(lua, userdata));
        }
        return 1;
    }

    private static int lines(LuaState lua) {
        openFile(lua);
        lua.pushCopy(1);
        return FileReading.pushLines(lua, false);
    }

    static int flushOf(LuaState lua, HostFile file) {
        try {
            file.flush();
        } catch (IOException e) {
            return failure(lua, e.getMessage());
        }
        lua.push(true);
        return 1;
    }

    static int writeTo(LuaState lua, HostFile file, int firstArgument) {
        int count = lua.argCount();
        try {
            for (int argument = firstArgument; argument <= count; argument++) {
                if (lua.refAt(argument) == Value.NUMBER) {
                    byte[] text = NumberText.format(lua.numAt(argument)).getBytes(StandardCharsets.ISO_8859_1);
                    file.write(text, 0, text.length);
                } else {
                    LuaString text = Arguments.string(lua, argument);
                    file.write(text.bytes(), 0, text.length());
                }
            }
        } catch (IOException e) {
            return failure(lua, e.getMessage());
        }
        lua.push(true);
        return 1;
    }

    private static int seek(LuaState lua) {
        HostFile file = openFile(lua);
        int origin = Arguments.option(lua, 2, "cur", "set", "cur", "end");
        int offset = Arguments.integer(lua, 3, 0);
        try {
            lua.push((double) file.seek(origin, offset));
        } catch (IOException e) {
            return failure(lua, e.getMessage());
        }
        return 1;
    }

    /** Accepts the modes and does nothing: what is written goes out at once. */
    private static int setBuffering(LuaState lua) {
        openFile(lua);
        Arguments.option(lua, 2, null, "no", "full", "line");
        Arguments.integer(lua, 3, 0);
        lua.push(true);
        return 1;
    }
}
