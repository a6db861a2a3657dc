package org.perilune.runtime.lib;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.value.LuaTable;
import org.perilune.runtime.value.RoTable;
import org.perilune.runtime.value.Userdata;

/** The library {@code io} of a machine without a board. */
final class IoLib {
    /** Name of the type of files in the registry. */
    static final String TYPE = "INT";

    /** Registry keys of the present input and output and of the error stream; addresses of the firmware's functions. */
    private static final int INPUT = 0x4021_1000;

    private static final int OUTPUT = 0x4021_1010;
    private static final int ERROR = 0x4021_1020;

    static final RoTable TABLE = Library.named("io")
            .self("__index")
            .function("close", IoLib::close)
            .function("flush", lua -> FileMethods.flushOf(lua, current(lua, OUTPUT)))
            .function("input", lua -> chooseFile(lua, INPUT, "r"))
            .function("lines", IoLib::lines)
            .function("open", IoLib::open)
            .function("output", lua -> chooseFile(lua, OUTPUT, "w"))
            .function("read", lua -> FileReading.read(lua, current(lua, INPUT), 1))
            .function("type", IoLib::type)
            .function("write", lua -> FileMethods.writeTo(lua, current(lua, OUTPUT), 1))
            .build();

    private IoLib() {}

    /** Makes the table in RAM that holds the standard files. */
    static int openLibrary(LuaState lua) {
        BareHost host = (BareHost) lua.vm().host();
        Registration.flashMetatable(lua, TYPE, FileMethods.TABLE);
        Registration.library(lua, "io", 0);
        lua.pushCopy(-1);
        lua.setMetatable(-2);
        lua.push("__index");
        lua.pushValue(TABLE, 0);
        lua.rawSet(-3);
        standardFile(lua, new StandardStream(host, StandardStream.Kind.INPUT), INPUT, "stdin");
        standardFile(lua, new StandardStream(host, StandardStream.Kind.OUTPUT), OUTPUT, "stdout");
        standardFile(lua, new StandardStream(host, StandardStream.Kind.ERROR), ERROR, "stderr");
        return 1;
    }

    private static void standardFile(LuaState lua, HostFile file, int key, String name) {
        newFile(lua).payload(file);
        lua.pushValue(lua.vm().registry(), 0);
        lua.pushCopy(-2);
        lua.rawSet(-2, key);
        lua.pop(1);
        lua.setField(-2, name);
    }

    /** Pushes a file that is closed as yet. */
    private static Userdata newFile(LuaState lua) {
        Userdata userdata = lua.newUserdata(lua.vm().heap().profile().pointer(), null);
        lua.getRegistry(TYPE);
        lua.setMetatable(-2);
        return userdata;
    }

    /** Pushes the file of a name; returns why it could not be opened, null when it could. */
    private static String openPushed(LuaState lua, String name, String mode) {
        Userdata userdata = newFile(lua);
        try {
            userdata.payload(DiskFile.open(((BareHost) lua.vm().host()).resolve(name), mode));
            return null;
        } catch (IOException e) {
            return e.getMessage();
        } catch (InvalidPathException e) {
            return "No such file or directory";
        }
    }

    private static int open(LuaState lua) {
        String name = Support.textOf(Arguments.string(lua, 1));
        String failure = openPushed(lua, name, Arguments.text(lua, 2, "r"));
        return failure == null ? 1 : FileMethods.failure(lua, name + ": " + failure);
    }

    private static HostFile current(LuaState lua, int key) {
        LuaTable registry = lua.vm().registry();
        HostFile file = (HostFile) ((Userdata) registry.getIntRef(key)).payload();
        if (file == null) {
            throw lua.error("standard %s file is closed", key == INPUT ? "input" : "output");
        }
        return file;
    }

    private static int chooseFile(LuaState lua, int key, String mode) {
        LuaTable registry = lua.vm().registry();
        if (!lua.isNoneOrNil(1)) {
            if (lua.isString(1)) {
                openOrRaise(lua, mode);
            } else {
                FileMethods.openFile(lua);
                lua.pushCopy(1);
            }
            registry.setInt(lua.vm(), key, lua.refAt(-1), 0);
        }
        lua.pushValue(registry.getIntRef(key), 0);
        return 1;
    }

    private static void openOrRaise(LuaState lua, String mode) {
        String name = Support.textOf(Arguments.string(lua, 1));
        String failure = openPushed(lua, name, mode);
        if (failure != null) {
            throw Arguments.error(lua, 1, name + ": " + failure);
        }
    }

    private static int lines(LuaState lua) {
        boolean closes = !lua.isNoneOrNil(1);
        if (closes) {
            openOrRaise(lua, "r");
        } else {
            lua.pushValue(lua.vm().registry().getIntRef(INPUT), 0);
        }
        return FileReading.pushLines(lua, closes);
    }

    private static int close(LuaState lua) {
        if (lua.isNone(1)) {
            lua.pushValue(lua.vm().registry().getIntRef(OUTPUT), 0);
        }
        return FileMethods.close(lua);
    }

    private static int type(LuaState lua) {
        Arguments.any(lua, 1);
        boolean isFile = lua.refAt(1) instanceof Userdata userdata && userdata.metatable() == FileMethods.TABLE;
        if (!isFile) {
            lua.pushNil();
        } else {
            boolean closed = ((Userdata) lua.refAt(1)).payload() == null;
            lua.push(closed ? "closed file" : "file");
        }
        return 1;
    }
}
