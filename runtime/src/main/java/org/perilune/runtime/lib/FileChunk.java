package org.perilune.runtime.lib;

import java.util.Arrays;
import org.perilune.runtime.compile.ChunkReader;
import org.perilune.runtime.exec.LuaState;

/**
 * A file read as a chunk. A first line that begins with {@code #} is left out, so that a file may name its interpreter:
 * an empty line takes its place, or nothing when bytecode follows.
 */
public final class FileChunk implements ChunkReader {
    private static final int BYTECODE_MARK = 0x1b;
    /** The firmware's status for a file that cannot be read. */
    private static final int FILE_ERROR = 6;

    private final ChunkReader file;
    /** A part already read, or null; an empty one at the file's end. */
    private byte[] ahead;

    private FileChunk(ChunkReader file) {
        this.file = file;
        ahead = readPart();
        if (ahead.length > 0 && ahead[0] == '#') {
            skipFirstLine();
        }
    }

    /**
     * Loads a file of the machine's host and pushes its function; after an error its text.
     *
     * @return the status of the load, 0 for success
     */
    public static int load(LuaState lua, String name) {
        LibraryHost host = LibraryHost.of(lua);
        lua.pushMessage("@%s", name);
        int nameIndex = lua.argCount();
        ChunkReader file = host.openFile(name);
        if (file == null) {
            lua.pushMessage("cannot open %s: %s", name, host.missingFileReason());
            lua.remove(nameIndex);
            return FILE_ERROR;
        }
        int status = lua.load(new FileChunk(file), "@" + name);
        host.closeFile(file);
        lua.remove(nameIndex);
        return status;
    }

    @Override
    public byte[] read() {
        if (ahead != null) {
            byte[] part = ahead;
            ahead = null;
            return part;
        }
        return readPart();
    }

    private byte[] readPart() {
        byte[] part = file.read();
        return part == null ? new byte[0] : part;
    }

    private void skipFirstLine() {
        int at = 0;
        while (ahead.length > 0 && ahead[at] != '\n') {
            at++;
            if (at == ahead.length) {
                ahead = readPart();
                at = 0;
            }
        }
        if (ahead.length == 0) {
            ahead = new byte[] {'\n'}; // the file is one line
            return;
        }
        byte[] rest = Arrays.copyOfRange(ahead, at, ahead.length);
        if (rest.length == 1) {
            byte[] next = readPart();
            rest = Arrays.copyOf(rest, 1 + next.length);
            System.arraycopy(next, 0, rest, 1, next.length);
        }
        boolean bytecode = rest.length > 1 && rest[1] == BYTECODE_MARK;
        ahead = bytecode ? Arrays.copyOfRange(rest, 1, rest.length) : rest;
    }
}
