package org.perilune.runtime.lib;

import org.perilune.runtime.compile.ChunkId;
import org.perilune.runtime.exec.Frames;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.VariableNames;
import org.perilune.runtime.value.LuaClosure;
import org.perilune.runtime.value.Proto;

/** {@code debug.traceback}: the levels of call as text, each with its place and name. */
final class Traceback {
    /** Levels shown at the top and at the bottom of a deep stack. */
    private static final int FIRST_LEVELS = 12;

    private static final int LAST_LEVELS = 10;

    private Traceback() {}

    static int traceback(LuaState lua) {
        LuaState thread = lua.refAt(1) instanceof LuaState other ? other : lua;
        int skipped = lua.refAt(1) instanceof LuaState ? 1 : 0;
        int level = thread == lua ? 1 : 0;
        if (lua.isNumber(skipped + 2)) {
            level = lua.toInteger(skipped + 2);
            lua.pop(1);
        }
        if (lua.argCount() == skipped) {
            lua.push("");
        } else if (!lua.isString(skipped + 1)) {
            return 1;
        } else {
            lua.push("\n");
        }
        lua.push("stack traceback:");
        pushLevels(lua, thread, level, skipped);
        lua.concat(lua.argCount() - skipped);
        return 1;
    }

    private static void pushLevels(LuaState lua, LuaState thread, int first, int skipped) {
        boolean atTop = true;
        int level = first;
        int place = Frames.find(thread, level++);
        while (place != Frames.NONE) {
            if (level > FIRST_LEVELS && atTop) {
                atTop = false;
                if (Frames.find(thread, level + LAST_LEVELS) == Frames.NONE) {
                    level--;
                } else {
                    lua.push("\n\t...");
                    while (Frames.find(thread, level + LAST_LEVELS) != Frames.NONE) {
                        level++;
                    }
                }
            } else {
                pushLevel(lua, thread, place);
                lua.concat(lua.argCount() - skipped);
            }
            place = Frames.find(thread, level++);
        }
    }

    private static void pushLevel(LuaState lua, LuaState thread, int place) {
        Object function = place == Frames.LOST ? null : thread.ref[thread.calls[place].func];
        Proto proto = function instanceof LuaClosure closure ? closure.proto : null;
        String source = "[C]";
        if (place == Frames.LOST) {
            source = "(tail call)";
        } else if (proto != null) {
            source = ChunkId.of(proto.source.toString(), ChunkId.RUNTIME_SIZE);
        }
        lua.push("\n\t");
        lua.pushMessage("%s:", source);
        int line = Frames.currentLine(thread, place);
        if (line > 0) {
            lua.pushMessage("%d:", line);
        }
        VariableNames.Name name = place == Frames.LOST ? null : VariableNames.ofFunction(thread, place);
        if (name != null) {
            lua.pushMessage(" in function '%s'", name.text());
        } else if (proto == null) {
            lua.push(" ?");
        } else if (proto.lineDefined == 0) {
            lua.pushMessage(" in main chunk");
        } else {
            lua.pushMessage(" in function <%s:%d>", source, proto.lineDefined);
        }
    }
}
