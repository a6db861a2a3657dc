package org.perilune.board.module;

import org.perilune.board.Board;
import org.perilune.board.DeviceBlock;
import org.perilune.board.NativeObjects;
import org.perilune.board.PowerCycle;
import org.perilune.board.Resource;
import org.perilune.board.storage.FilePath;
import org.perilune.board.storage.FileStore;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.References;
import org.perilune.runtime.value.Userdata;

/** A file object in the program's hands. */
final class OpenFile implements Resource {
    static final String TYPE = "file.obj";

    /** The object's own structure: one number. */
    private static final int DEVICE_BYTES = 4;

    private final PowerCycle cycle;
    private final DeviceBlock descriptor;
    /** Null once it is closed. */
    private FileStore.Handle handle;

    private OpenFile(PowerCycle cycle, DeviceBlock descriptor, FileStore.Handle handle) {
        this.cycle = cycle;
        this.descriptor = descriptor;
        this.handle = handle;
        cycle.opened(this);
    }

    /** Null once it is closed. */
    FileStore.Handle handle() {
        return handle;
    }

    @Override
    public Waiting waiting() {
        return Waiting.FOR_NOTHING;
    }

    /** The power cycle ends: as on the device, what was not flushed is lost. */
    @Override
    public void close() {
        if (handle != null) {
            handle.abandon();
            handle = null;
        }
    }

    private void finish() {
        if (handle != null) {
            FileStore.Handle closing = handle;
            handle = null;
            closing.close();
            descriptor.free();
            cycle.closed(this);
        }
    }

    private static OpenFiles files(LuaState lua) {
        return Board.of(lua).cycle().part(OpenFiles.class);
    }

    private static void releaseLast(LuaState lua, OpenFiles files) {
        lua.release(files.reference);
        files.reference = References.NONE;
    }

    static int open(LuaState lua) {
        OpenFiles files = files(lua);
        releaseLast(lua, files);
        String name = FilePath.inStore(FileModule.fileName(lua, 1));
        FileStore.Mode mode = FileStore.Mode.of(Arguments.text(lua, 2, "r"));
        files.last = name == null ? null : open(lua, name, mode);
        if (files.last == null) {
            lua.pushNil();
            return 1;
        }
        NativeObjects.push(lua, TYPE, DEVICE_BYTES, files.last);
        lua.pushCopy(-1);
        files.reference = lua.reference();
        return 1;
    }

    private static OpenFile open(LuaState lua, String name, FileStore.Mode mode) {
        DeviceBlock descriptor = DeviceBlock.tryTake(lua.vm().heap(), PowerCycle.FILE_BYTES);
        if (descriptor == null) {
            return null;
        }
        FileStore.Handle handle = FileModule.store(lua).open(name, mode);
        if (handle == null) {
            descriptor.free();
            return null;
        }
        return new OpenFile(Board.of(lua).cycle(), descriptor, handle);
    }

    /** Closes the file given, or else the one opened last. */
    static int close(LuaState lua) {
        OpenFiles files = files(lua);
        if (lua.refAt(1) instanceof Userdata) {
            NativeObjects.check(lua, 1, TYPE, OpenFile.class).finish();
        } else if (files.reference != References.NONE) {
            files.last.finish();
        }
        releaseLast(lua, files);
        return 0;
    }

    static int free(LuaState lua) {
        NativeObjects.check(lua, 1, TYPE, OpenFile.class).finish();
        return 0;
    }

    /** The file that a function works on, given as its first argument or else the one opened last. */
    static FileStore.Handle of(LuaState lua) {
        OpenFile file =
                lua.refAt(1) instanceof Userdata ? NativeObjects.check(lua, 1, TYPE, OpenFile.class) : files(lua).last;
        if (file == null || file.handle == null) {
            throw lua.error("open a file first");
        }
        return file.handle;
    }
}
