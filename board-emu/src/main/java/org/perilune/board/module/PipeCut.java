package org.perilune.board.module;

import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.value.LuaString;
import org.perilune.runtime.value.Value;

/** Where a read from a pipe ends: after a number of bytes, or at a certain byte, which is kept or dropped. */
final class PipeCut {
    /** Bytes still to be read; negative when the delimiter decides. */
    private int left;

    private final byte delimiter;
    private final boolean keepsDelimiter;
    private boolean found;
    private int wanted;

    private PipeCut(int left, byte delimiter, boolean keepsDelimiter) {
        this.left = left;
        this.delimiter = delimiter;
        this.keepsDelimiter = keepsDelimiter;
    }

    /** The cut that an argument describes: a number, a byte, a byte and "+" to keep it, or nil for lines. */
    static PipeCut of(LuaState lua, int argument) {
        if (lua.refAt(argument) == Value.NUMBER) {
            int count = Arguments.integer(lua, argument);
            Arguments.check(lua, count > 0, argument, "invalid chunk size");
            return new PipeCut(count, (byte) 0, false);
        } else if (lua.refAt(argument) == null) {
            return new PipeCut(-1, (byte) '\n', false);
        }
        LuaString text = lua.toLuaString(argument);
        boolean keeps = text != null && text.length() == 2 && text.byteAt(1) == '+';
        Arguments.check(lua, text != null && text.length() == (keeps ? 2 : 1), argument, "invalid delimiter");
        return new PipeCut(-1, (byte) text.byteAt(0), keeps);
    }

    boolean isDone() {
        return left == 0 || found;
    }

    /** Looks at a piece; how many of its bytes are read, of which {@link #wanted} are the reader's. */
    int next(PipePiece piece) {
        if (left >= 0) {
            wanted = Math.min(left, piece.length());
            left -= wanted;
            return wanted;
        }
        int length = 0;
        while (length < piece.length() && !found) {
            found = piece.bytes()[piece.start() + length] == delimiter;
            length++;
        }
        wanted = found && !keepsDelimiter ? length - 1 : length;
        return length;
    }

    int wanted() {
        return wanted;
    }
}
