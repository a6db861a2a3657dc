package org.perilune.board.module;

import org.perilune.board.storage.FileStore;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaBuffer;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.value.LuaString;
import org.perilune.runtime.value.Userdata;
import org.perilune.runtime.value.Value;

/** Reading and writing of files. Functions may be given a file object first; else they use the file opened last. */
final class FileTransfer {
    private static final int DEFAULT_READ = 1024;
    /** Bytes read from the file at a time. */
    private static final int PART = 128;

    private static final int NO_END = -1;
    private static final byte[] NEWLINE = {'\n'};

    private FileTransfer() {}

    /** Index of the first argument that is not the file object. */
    private static int firstArgument(LuaState lua) {
        return lua.refAt(1) instanceof Userdata ? 2 : 1;
    }

    static int read(LuaState lua) {
        int argument = firstArgument(lua);
        int count = DEFAULT_READ;
        int end = NO_END;
        if (lua.refAt(argument) == Value.NUMBER) {
            count = Arguments.integer(lua, argument);
        } else if (lua.isString(argument)) {
            LuaString text = lua.toLuaString(argument);
            if (text.length() != 1) {
                throw lua.error("wrong arg range");
            }
            end = text.byteAt(0) & 0xff;
        }
        return read(lua, count, end, OpenFile.of(lua));
    }

    static int readLine(LuaState lua) {
        return read(lua, DEFAULT_READ, '\n', OpenFile.of(lua));
    }

    /** Pushes what is read, up to {@code count} bytes or to the byte {@code end}; nil at the end of the file. */
    private static int read(LuaState lua, int count, int end, FileStore.Handle file) {
        LuaBuffer text = new LuaBuffer(lua);
        byte[] part = new byte[PART];
        for (int done = 0; done < count; done += PART) {
            int wanted = Math.min(count - done, PART);
            int got = file.read(part, 0, wanted);
            if (got <= 0) {
                if (done > 0) {
                    break;
                }
                lua.pushNil();
                return 1;
            }
            int length = lengthUpTo(part, got, end);
            text.add(part, 0, length);
            if (length < got || (part[length - 1] & 0xff) == end) {
                file.seek(length - got, FileStore.Whence.CURRENT);
                break;
            }
            if (got < wanted) {
                break;
            }
        }
        text.pushResult();
        return 1;
    }

    private static int lengthUpTo(byte[] bytes, int length, int end) {
        for (int i = 0; i < length; i++) {
            if ((bytes[i] & 0xff) == end) {
                return i + 1;
            }
        }
        return length;
    }

    static int write(LuaState lua) {
        FileStore.Handle file = OpenFile.of(lua);
        return result(lua, write(file, Arguments.string(lua, firstArgument(lua))));
    }

    static int writeLine(LuaState lua) {
        FileStore.Handle file = OpenFile.of(lua);
        boolean written = write(file, Arguments.string(lua, firstArgument(lua)));
        return result(lua, written && file.write(NEWLINE, 0, 1) == 1);
    }

    private static boolean write(FileStore.Handle file, LuaString text) {
        return file.write(text.bytes(), 0, text.length()) == text.length();
    }

    private static int result(LuaState lua, boolean success) {
        if (success) {
            lua.push(true);
        } else {
            lua.pushNil();
        }
        return 1;
    }

    static int flush(LuaState lua) {
        return result(lua, OpenFile.of(lua).flush());
    }

    static int seek(LuaState lua) {
        int argument = firstArgument(lua);
        FileStore.Handle file = OpenFile.of(lua);
        int whence = Arguments.option(lua, argument, "cur", "set", "cur", "end");
        int offset = Arguments.integer(lua, argument + 1, 0);
        int place = file.seek(offset, FileStore.Whence.values()[whence]);
        if (place < 0) {
            lua.pushNil();
        } else {
            lua.push(place);
        }
        return 1;
    }

    static int getContents(LuaState lua) {
        lua.setTop(1);
        OpenFile.open(lua);
        if (lua.refAt(-1) == null) {
            return 0;
        }
        lua.remove(1);
        read(lua, Integer.MAX_VALUE - PART, NO_END, OpenFile.of(lua));
        OpenFile.close(lua);
        lua.remove(1);
        return 1;
    }

    static int putContents(LuaState lua) {
        lua.setTop(2);
        lua.pushCopy(2);
        lua.push("w+");
        lua.replace(2);
        OpenFile.open(lua);
        if (lua.refAt(-1) == null) {
            return 1;
        }
        lua.remove(2);
        lua.replace(1);
        write(lua);
        lua.remove(2);
        OpenFile.close(lua);
        lua.remove(1);
        return 1;
    }
}
