package org.perilune.runtime.lib;

import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaBuffer;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.value.LuaString;
import org.perilune.runtime.value.Value;

/** {@code gsub}: replaces what a pattern matches. */
final class Substitution {
    private static final int ESCAPE = '%';
    /** Stack index of the replacement. */
    private static final int REPLACEMENT = 3;

    private final LuaState lua;
    private final LuaString text;
    private final LuaPattern matcher;
    private final LuaBuffer result;
    private final boolean byText;

    private Substitution(LuaState lua, LuaString text, LuaPattern matcher, boolean byText) {
        this.lua = lua;
        this.text = text;
        this.matcher = matcher;
        this.byText = byText;
        result = new LuaBuffer(lua);
    }

    static int substitute(LuaState lua) {
        LuaString text = Arguments.string(lua, 1);
        LuaString pattern = Arguments.string(lua, 2);
        boolean byText = lua.isString(REPLACEMENT);
        int most = Arguments.integer(lua, 4, text.length() + 1);
        Arguments.check(
                lua,
                byText || lua.isFunction(REPLACEMENT) || lua.isTable(REPLACEMENT),
                REPLACEMENT,
                "string/function/table/lightfunction expected");
        boolean anchored = LuaPattern.isAnchored(pattern);
        LuaPattern matcher = new LuaPattern(lua, text, pattern, anchored ? 1 : 0);
        int count = new Substitution(lua, text, matcher, byText).run(most, anchored);
        lua.push(count);
        return 2;
    }

    /** Replaces up to {@code most} matches and pushes the result; returns how many were replaced. */
    private int run(int most, boolean anchored) {
        int at = 0;
        int count = 0;
        while (count < most) {
            int end = matcher.match(at);
            if (end != LuaPattern.FAILED) {
                count++;
                add(at, end);
            }
            if (end > at) {
                at = end;
            } else if (at < text.length()) {
                result.add(text.byteAt(at));
                at++;
            } else {
                break;
            }
            if (anchored) {
                break;
            }
        }
        result.add(text.bytes(), at, text.length() - at);
        result.pushResult();
        return count;
    }

    /** Adds what replaces the match. */
    private void add(int from, int to) {
        if (byText) {
            addText(from, to);
            return;
        }
        if (lua.isTable(REPLACEMENT)) {
            matcher.pushCapture(0, from, to);
            lua.getTable(REPLACEMENT);
        } else {
            lua.pushCopy(REPLACEMENT);
            lua.call(matcher.pushCaptures(from, to), 1);
        }
        if (Value.isFalse(lua.refAt(-1))) {
            lua.pop(1);
            lua.push(text.bytes(), from, to - from);
        } else if (!lua.isString(-1)) {
            throw lua.error("invalid replacement value (a %s)", lua.typeName(-1));
        }
        result.addValue();
    }

    /** Adds the replacement's text, captures in place of %0 to %9. */
    private void addText(int from, int to) {
        LuaString replacement = lua.toLuaString(REPLACEMENT);
        int at = 0;
        while (at < replacement.length()) {
            int c = replacement.byteAt(at++);
            if (c != ESCAPE) {
                result.add(c);
                continue;
            }
            int kind = at < replacement.length() ? replacement.byteAt(at) : 0;
            at++;
            if (kind < '0' || kind > '9') {
                result.add(kind);
            } else if (kind == '0') {
                result.add(text.bytes(), from, to - from);
            } else {
                matcher.pushCapture(kind - '1', from, to);
                result.addValue();
            }
        }
    }
}
