package org.perilune.runtime.lib;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.value.RoTable;

/** The library {@code os} of a machine without a board. */
final class OsLib {
    static final RoTable TABLE = Library.named("os")
            .function("clock", OsLib::clock)
            .function("date", OsDate::date)
            .function("difftime", OsLib::difference)
            .function("exit", OsLib::exit)
            .function("getenv", OsLib::environmentVariable)
            .function("remove", OsLib::remove)
            .function("rename", OsLib::rename)
            .function("setlocale", OsLib::setLocale)
            .function("time", OsDate::time)
            .function("tmpname", OsLib::temporaryName)
            .build();

    private OsLib() {}

    /** A step that touches files. */
    private interface FileAction {
        void run() throws IOException;
    }

    private static int attempt(LuaState lua, String name, FileAction action) {
        String failure;
        try {
            action.run();
            lua.push(true);
            return 1;
        } catch (NoSuchFileException | InvalidPathException e) {
            failure = "No such file or directory";
        } catch (IOException e) {
            failure = "Operation not permitted";
        }
        return FileMethods.failure(lua, name + ": " + failure);
    }

    private static Path path(LuaState lua, int argument) {
        return ((BareHost) lua.vm().host()).resolve(Support.textOf(Arguments.string(lua, argument)));
    }

    private static int remove(LuaState lua) {
        return attempt(lua, Arguments.text(lua, 1), () -> Files.delete(path(lua, 1)));
    }

    private static int rename(LuaState lua) {
        Arguments.string(lua, 1);
        Arguments.string(lua, 2);
        return attempt(
                lua,
                Arguments.text(lua, 1),
                () -> Files.move(path(lua, 1), path(lua, 2), StandardCopyOption.REPLACE_EXISTING));
    }

    private static int temporaryName(LuaState lua) {
        try {
            lua.push(Files.createTempFile("lua_", "").toString());
        } catch (IOException e) {
            throw lua.error("unable to generate a unique filename");
        }
        return 1;
    }

    private static int environmentVariable(LuaState lua) {
        String value = System.getenv(Arguments.text(lua, 1));
        if (value == null) {
            lua.pushNil();
        } else {
            lua.push(value);
        }
        return 1;
    }

    private static int clock(LuaState lua) {
        lua.push(java.lang.management.ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0);
        return 1;
    }

    private static int difference(LuaState lua) {
        lua.push(Arguments.number(lua, 1) - Arguments.number(lua, 2, 0));
        return 1;
    }

    /** Knows the C locale only. */
    private static int setLocale(LuaState lua) {
        String locale = lua.isNoneOrNil(1) ? "C" : Arguments.text(lua, 1);
        Arguments.option(lua, 2, "all", "all", "collate", "ctype", "monetary", "numeric", "time");
        if (locale.isEmpty() || locale.equals("C") || locale.equals("POSIX")) {
            lua.push("C");
        } else {
            lua.pushNil();
        }
        return 1;
    }

    private static int exit(LuaState lua) {
        throw new HostExit(Arguments.integer(lua, 1, 0));
    }
}
