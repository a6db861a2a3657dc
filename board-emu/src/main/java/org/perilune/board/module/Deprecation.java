package org.perilune.board.module;

import java.nio.charset.StandardCharsets;
import org.perilune.board.Board;
import org.perilune.runtime.exec.LuaState;

/** What the firmware prints when a program calls something that is going to be removed. */
final class Deprecation {
    private Deprecation() {}

    static void warn(LuaState lua, String what, String when) {
        String text = "Warning, deprecated API! " + what + ". It will be removed " + when
                + ". See documentation for details.\n";
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        Board.of(lua).cycle().output().write(bytes, 0, bytes.length);
    }
}
