package org.perilune.board.module;

import org.perilune.board.Board;
import org.perilune.board.BoardModule;
import org.perilune.board.DeviceBlock;
import org.perilune.board.NativeObjects;
import org.perilune.board.PowerCycle;
import org.perilune.board.storage.FilePath;
import org.perilune.board.storage.FileStore;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.References;
import org.perilune.runtime.lib.Library;
import org.perilune.runtime.value.RoTable;

/** {@code file}: the flash file system, by objects or by the file opened last. */
public final class FileModule implements BoardModule {
    /** The system's structure for reading a directory. */
    private static final int DIRECTORY_BYTES = 20;

    private static final String NAME_INVALID = "filename invalid";
    private static final String NO_FILE_SYSTEM = "file system failed";

    private static final RoTable METHODS = Library.named(OpenFile.TYPE)
            .function("__gc", OpenFile::free)
            .self("__index")
            .function("close", OpenFile::close)
            .function("read", FileTransfer::read)
            .function("readline", FileTransfer::readLine)
            .function("write", FileTransfer::write)
            .function("writeline", FileTransfer::writeLine)
            .function("seek", FileTransfer::seek)
            .function("flush", FileTransfer::flush)
            .build();

    private static final RoTable TABLE = Library.named("file")
            .function("list", FileModule::list)
            .function("open", OpenFile::open)
            .function("close", OpenFile::close)
            .function("write", FileTransfer::write)
            .function("writeline", FileTransfer::writeLine)
            .function("read", FileTransfer::read)
            .function("readline", FileTransfer::readLine)
            .function("format", FileModule::format)
            .function("fscfg", FileModule::flashRegion)
            .function("remove", FileModule::remove)
            .function("seek", FileTransfer::seek)
            .function("flush", FileTransfer::flush)
            .function("rename", FileModule::rename)
            .function("exists", FileModule::exists)
            .function("getcontents", FileTransfer::getContents)
            .function("putcontents", FileTransfer::putContents)
            .function("fsinfo", FileModule::info)
            .function("on", FileModule::on)
            .function("stat", FileModule::stat)
            .build();

    @Override
    public RoTable table() {
        return TABLE;
    }

    @Override
    public void opened(PowerCycle cycle) {
        NativeObjects.define(cycle.lua(), OpenFile.TYPE, METHODS);
        cycle.keep(new OpenFiles());
        cycle.keep(new TimeSource());
    }

    /** The program's function that tells the time, for file systems that note it. This one does not. */
    private static final class TimeSource {
        private int function = References.NONE;
    }

    static FileStore store(LuaState lua) {
        return Board.of(lua).chip().files();
    }

    /** A file's name as an argument: its last part must not be too long, and there may be no NUL in it. */
    static String fileName(LuaState lua, int argument) {
        String name = Arguments.text(lua, argument);
        int lastPart = 1 + Math.max(name.lastIndexOf('/'), -1);
        if (lastPart == 0) {
            lastPart = 1 + name.lastIndexOf(':');
        }
        boolean valid = name.length() - lastPart <= FileStore.MAX_NAME && name.indexOf('\0') < 0;
        Arguments.check(lua, valid, argument, NAME_INVALID);
        return name;
    }

    private static int list(LuaState lua) {
        lua.setTop(1);
        String pattern = Arguments.text(lua, 1, null);
        DeviceBlock directory = DeviceBlock.tryTake(lua.vm().heap(), DIRECTORY_BYTES);
        if (directory == null) {
            return 0;
        }
        try {
            lua.newTable(0, 0);
            if (pattern != null) {
                lua.getField(1, "match");
            }
            for (FileStore.Entry entry : store(lua).list()) {
                if (pattern == null || matches(lua, entry.name())) {
                    lua.push(entry.size());
                    lua.setField(2, entry.name());
                }
            }
        } finally {
            directory.free();
        }
        lua.setTop(2);
        return 1;
    }

    /** Whether string.match, at index 3, finds the pattern, at index 1, in a name. */
    private static boolean matches(LuaState lua, String name) {
        lua.setTop(3);
        lua.pushCopy(3);
        lua.push(name);
        lua.pushCopy(1);
        lua.call(2, 1);
        return lua.refAt(-1) != null;
    }

    private static int format(LuaState lua) {
        OpenFile.close(lua);
        if (!store(lua).format()) {
            throw lua.error("Failed to format file system");
        }
        Board.of(lua).cycle().uart().print("format done.\n");
        return 0;
    }

    private static int flashRegion(LuaState lua) {
        lua.push(store(lua).flashAddress());
        lua.push(store(lua).flashSize());
        return 2;
    }

    private static int remove(LuaState lua) {
        String name = FilePath.inStore(fileName(lua, 1));
        if (name != null) {
            store(lua).remove(name);
        }
        return 0;
    }

    private static int rename(LuaState lua) {
        String from = FilePath.inStore(fileName(lua, 1));
        String to = FilePath.inStore(fileName(lua, 2));
        lua.push(from != null && to != null && store(lua).rename(from, to));
        return 1;
    }

    private static int exists(LuaState lua) {
        lua.push(find(lua, fileName(lua, 1)) != null);
        return 1;
    }

    private static FileStore.Entry find(LuaState lua, String name) {
        String stored = FilePath.inStore(name);
        return stored == null ? null : store(lua).find(stored);
    }

    private static int info(LuaState lua) {
        int total = store(lua).totalBytes();
        int used = store(lua).usedBytes();
        if (total == 0) {
            throw lua.error(NO_FILE_SYSTEM);
        }
        lua.push(total - used);
        lua.push(used);
        lua.push(total);
        return 3;
    }

    private static int on(LuaState lua) {
        Arguments.option(lua, 1, "rtc", "rtc");
        TimeSource source = Board.of(lua).cycle().part(TimeSource.class);
        lua.release(source.function);
        source.function = References.NONE;
        if (lua.isFunction(2)) {
            lua.pushCopy(2);
            source.function = lua.reference();
        } else if (lua.refAt(2) != null || lua.isNone(2)) {
            throw lua.error("Callback should be function or nil");
        }
        return 0;
    }

    private static int stat(LuaState lua) {
        String name = Arguments.text(lua, 1);
        Arguments.check(lua, name.length() <= FileStore.MAX_NAME && name.indexOf('\0') < 0, 1, NAME_INVALID);
        FileStore.Entry entry = find(lua, name);
        if (entry == null) {
            lua.pushNil();
            return 1;
        }
        lua.newTable(0, 7);
        number(lua, "size", entry.size());
        lua.push(entry.name());
        lua.setField(-2, "name");
        for (String flag : new String[] {"is_dir", "is_rdonly", "is_hidden", "is_sys", "is_arch"}) {
            lua.push(false);
            lua.setField(-2, flag);
        }
        lua.newTable(0, 6);
        number(lua, "year", 1970);
        number(lua, "mon", 1);
        number(lua, "day", 1);
        number(lua, "hour", 0);
        number(lua, "min", 0);
        number(lua, "sec", 0);
        lua.setField(-2, "time");
        return 1;
    }

    private static void number(LuaState lua, String field, int value) {
        lua.push(value);
        lua.setField(-2, field);
    }
}
