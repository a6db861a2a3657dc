package org.perilune.board.module;

import org.perilune.board.BoardModule;
import org.perilune.board.PowerCycle;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.NativeFunction;
import org.perilune.runtime.lib.Library;
import org.perilune.runtime.value.LightFunction;
import org.perilune.runtime.value.LuaString;
import org.perilune.runtime.value.LuaTable;
import org.perilune.runtime.value.NativeClosure;
import org.perilune.runtime.value.RoTable;
import org.perilune.runtime.value.Userdata;
import org.perilune.runtime.value.Value;

/**
 * {@code pipe}: queues of bytes with an optional reader that a task calls when there is something to read. A pipe is a
 * Lua table: entry 1 is the closure that both writes and calls the reader, the others are pieces of 256 bytes in order.
 */
public final class PipeModule implements BoardModule {
    /** A pipe's upvalues: itself, its reader, the reader's priority, and the state below. */
    private static final int PIPE = 0;

    private static final int READER = 1;
    private static final int PRIORITY = 2;
    private static final int STATE = 3;

    /** The pipe has no reader. */
    private static final int UNREAD = 0;
    /** The reader is running. */
    private static final int ACTIVE = 1;
    /** Bit: something was written, and the reader's task is posted or will be. */
    private static final int WRITTEN = 2;
    /** The reader rests. */
    private static final int QUIESCENT = 4;

    private static final int DEFAULT_PRIORITY = 1;
    private static final int HIGHEST_PRIORITY = 2;

    /** What the metatable's {@code __index} gives, but for write. */
    private static final RoTable METHODS = Library.named("pipe.methods")
            .function("__len", PipeModule::length)
            .function("__tostring", PipeModule::text)
            .function("read", PipeModule::read)
            .function("reader", PipeModule::reader)
            .function("unread", PipeModule::unread)
            .function("nrec", PipeModule::count)
            .build();

    private static final RoTable METATABLE = Library.named("pipe.meta")
            .function("__index", PipeModule::index)
            .function("__len", PipeModule::length)
            .function("__tostring", PipeModule::text)
            .build();

    /** Makes a pipe, for native code too. */
    static final LightFunction CREATE = new LightFunction("pipe.create", (NativeFunction) PipeModule::create);

    private static final RoTable TABLE =
            Library.named("pipe").function("create", PipeModule::create).build();

    @Override
    public RoTable table() {
        return TABLE;
    }

    private static int create(LuaState lua) {
        lua.setTop(2);
        int priority = -1;
        if (lua.refAt(1) != null) {
            Arguments.type(lua, 1, Value.FUNCTION);
            priority = lua.refAt(2) == null ? DEFAULT_PRIORITY : lua.toInteger(2);
            Arguments.check(lua, priority >= 0 && priority <= HIGHEST_PRIORITY, 2, "invalid priority");
        }
        lua.newTable(1, 0);
        lua.pushValue(METATABLE, 0);
        lua.setMetatable(-2);
        lua.pushCopy(-1);
        lua.pushCopy(1);
        lua.push(priority);
        lua.push(priority < 0 ? UNREAD : QUIESCENT);
        lua.pushClosure(PipeModule::writeOrRead, STATE + 1);
        lua.rawSet(-2, 1);
        return 1;
    }

    /** With the pipe as the first argument writes to it; as a task calls the reader. */
    private static int writeOrRead(LuaState lua) {
        NativeClosure self = lua.runningClosure();
        int state = (int) self.upvalueNum[STATE];
        if (lua.refAt(1) == self.upvalueRef[PIPE]) {
            if (write(lua) && state != UNREAD && (state & WRITTEN) == 0) {
                self.upvalueNum[STATE] = state | WRITTEN;
                post(lua, self);
            }
        } else if (state != UNREAD) {
            callReader(lua, self, state);
        }
        return 0;
    }

    private static void callReader(LuaState lua, NativeClosure self, int stateBefore) {
        self.upvalueNum[STATE] = ACTIVE;
        lua.pushValue(self.upvalueRef[READER], 0);
        lua.pushValue(self.upvalueRef[PIPE], 0);
        lua.call(1, 1);
        // The firmware calls a reader that returns nothing again even when the pipe is empty, and so for ever.
        boolean wish = lua.refAt(-1) instanceof Boolean answer ? answer : (stateBefore & WRITTEN) != 0;
        boolean again = wish && ((LuaTable) self.upvalueRef[PIPE]).length() > 1;
        self.upvalueNum[STATE] = QUIESCENT | (again ? WRITTEN : 0);
        if (again) {
            post(lua, self);
        }
    }

    private static void post(LuaState lua, NativeClosure self) {
        lua.pushValue(self, 0);
        PowerCycle.postFunction(lua, (int) self.upvalueNum[PRIORITY]);
    }

    private static int index(LuaState lua) {
        lua.setTop(2);
        LuaString key = lua.toLuaString(2);
        if (key != null && key.toString().equals("write")) {
            lua.rawGet(1, 1);
        } else {
            lua.pushValue(METHODS, 0);
            lua.replace(1);
            lua.rawGet(1);
        }
        return 1;
    }

    private static int length(LuaState lua) {
        lua.push(
                lua.refAt(1) instanceof LuaTable table
                        ? table.length()
                        : piece(lua, 1).length());
        return 1;
    }

    private static int text(LuaState lua) {
        if (lua.refAt(1) instanceof LuaTable table) {
            lua.pushMessage("Pipe: %s", "0x" + Integer.toHexString(table.address()));
        } else {
            PipePiece piece = piece(lua, 1);
            lua.push(piece.bytes(), piece.start(), piece.length());
        }
        return 1;
    }

    private static int count(LuaState lua) {
        lua.push(lua.length(1) - 1);
        return 1;
    }

    private static int read(LuaState lua) {
        PipePiece piece = pieceOf(lua, true, false);
        lua.setTop(2);
        PipeCut cut = PipeCut.of(lua, 2);
        lua.pop(1);
        int parts = 0;
        while (piece != null && !cut.isDone()) {
            int taken = cut.next(piece);
            lua.push(piece.bytes(), piece.start(), cut.wanted());
            parts++;
            piece.drop(taken);
            if (piece.length() == 0) {
                piece = shift(lua);
            }
        }
        if (parts == 0) {
            lua.pushNil();
        } else {
            lua.concat(parts);
        }
        return 1;
    }

    /** Takes the first piece out of the table; the one after it, or null. */
    private static PipePiece shift(LuaState lua) {
        int last = lua.length(1);
        for (int i = 2; i < last; i++) {
            lua.rawGet(1, i + 1);
            lua.rawSet(1, i);
        }
        lua.pushNil();
        lua.rawSet(1, last);
        if (last <= 2) {
            return null;
        }
        lua.rawGet(1, 2);
        PipePiece piece = piece(lua, -1);
        lua.pop(1);
        return piece;
    }

    private static int unread(LuaState lua) {
        byte[] text = bytes(lua);
        if (text.length == 0) {
            return 0;
        }
        PipePiece piece = pieceOf(lua, true, true);
        int left = text.length;
        while (true) {
            if (piece.isFull()) {
                for (int i = lua.length(1); i > 1; i--) {
                    lua.rawGet(1, i);
                    lua.rawSet(1, i + 1);
                }
                piece = newPiece(lua, 2);
            }
            left -= piece.prepend(text, left);
            if (left == 0) {
                return 0;
            }
        }
    }

    private static boolean write(LuaState lua) {
        byte[] text = bytes(lua);
        if (text.length == 0) {
            return false;
        }
        PipePiece piece = pieceOf(lua, false, true);
        int written = 0;
        while (true) {
            if (piece.isFull()) {
                piece = newPiece(lua, lua.length(1) + 1);
            }
            written += piece.append(text, written);
            if (written == text.length) {
                return true;
            }
        }
    }

    private static byte[] bytes(LuaState lua) {
        LuaString text = lua.toLuaString(2);
        Arguments.check(lua, text != null, 2, "must be a string");
        return text.bytes();
    }

    /**
     * The first or last piece of the pipe that is argument 1; null when it is empty.
     *
     * @param writing whether an empty pipe gets a piece
     */
    private static PipePiece pieceOf(LuaState lua, boolean first, boolean writing) {
        if (!(lua.refAt(1) instanceof LuaTable table) || table.metatable() != METATABLE) {
            throw Arguments.error(lua, 1, "pipe table");
        }
        int last = table.length();
        if (last == 1) {
            return writing ? newPiece(lua, 2) : null;
        }
        lua.rawGet(1, first ? 2 : last);
        PipePiece piece = piece(lua, -1);
        lua.pop(1);
        return piece;
    }

    private static PipePiece piece(LuaState lua, int index) {
        Arguments.type(lua, index, Value.USERDATA);
        if (((Userdata) lua.refAt(index)).payload() instanceof PipePiece piece) {
            return piece;
        }
        throw Arguments.error(lua, index, "pipe table");
    }

    private static PipePiece newPiece(LuaState lua, int at) {
        PipePiece piece = new PipePiece();
        lua.newUserdata(PipePiece.DEVICE_BYTES, piece);
        lua.pushValue(METATABLE, 0);
        lua.setMetatable(-2);
        lua.rawSet(1, at);
        return piece;
    }

    private static int reader(LuaState lua) {
        lua.setTop(2);
        pieceOf(lua, true, false);
        PipeCut.of(lua, 2);
        lua.pushClosure(PipeModule::readAgain, 2);
        return 1;
    }

    private static int readAgain(LuaState lua) {
        NativeClosure self = lua.runningClosure();
        lua.setTop(0);
        for (int upvalue = 0; upvalue < 2; upvalue++) {
            lua.pushValue(self.upvalueRef[upvalue], self.upvalueNum[upvalue]);
        }
        return read(lua);
    }
}
