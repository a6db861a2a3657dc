package org.perilune.runtime.lib;

import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.NativeFunction;
import org.perilune.runtime.value.LightFunction;
import org.perilune.runtime.value.LuaString;
import org.perilune.runtime.value.NativeClosure;

/** {@code find}, {@code match} and {@code gmatch}. */
final class PatternFunctions {
    /** {@code gmatch}, which {@code gfind} is too. */
    static final LightFunction ALL_MATCHES =
            new LightFunction("string.gmatch", (NativeFunction) PatternFunctions::allMatches);

    private static final String SPECIALS = "^$*+?.([%-";

    private PatternFunctions() {}

    static int find(LuaState lua) {
        return search(lua, true);
    }

    static int match(LuaState lua) {
        return search(lua, false);
    }

    private static int search(LuaState lua, boolean wantsPlace) {
        LuaString text = Arguments.string(lua, 1);
        LuaString pattern = Arguments.string(lua, 2);
        int start = StringLib.position(Arguments.integer(lua, 3, 1), text.length()) - 1;
        start = Math.min(Math.max(start, 0), text.length());
        if (wantsPlace && (lua.toBoolean(4) || !hasSpecials(pattern))) {
            int found = plainFind(lua, text.bytes(), start, pattern.bytes());
            if (found >= 0) {
                lua.push(found + 1);
                lua.push(found + pattern.length());
                return 2;
            }
        } else {
            boolean anchored = LuaPattern.isAnchored(pattern);
            LuaPattern matcher = new LuaPattern(lua, text, pattern, anchored ? 1 : 0);
            int last = anchored ? start : text.length();
            for (int at = start; at <= last; at++) {
                int end = matcher.match(at);
                if (end != LuaPattern.FAILED) {
                    if (wantsPlace) {
                        lua.push(at + 1);
                        lua.push(end);
                        return matcher.pushOnlyCaptures() + 2;
                    }
                    return matcher.pushCaptures(at, end);
                }
            }
        }
        lua.pushNil();
        return 1;
    }

    private static boolean hasSpecials(LuaString pattern) {
        int end = Support.untilNul(pattern);
        for (int i = 0; i < end; i++) {
            if (SPECIALS.indexOf(pattern.byteAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static int plainFind(LuaState lua, byte[] text, int from, byte[] wanted) {
        for (int at = from; at <= text.length - wanted.length; at++) {
            int same = 0;
            while (same < wanted.length && text[at + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return at;
            }
            lua.vm().work(same >> 4);
        }
        return -1;
    }

    private static int allMatches(LuaState lua) {
        Arguments.string(lua, 1);
        Arguments.string(lua, 2);
        lua.setTop(2);
        lua.push(0);
        lua.pushClosure(PatternFunctions::nextMatch, 3);
        return 1;
    }

    /** The iterator of gmatch. Upvalues: text, pattern, where to go on. */
    private static int nextMatch(LuaState lua) {
        NativeClosure self = lua.runningClosure();
        LuaString text = (LuaString) self.upvalueRef[0];
        LuaPattern matcher = new LuaPattern(lua, text, (LuaString) self.upvalueRef[1], 0);
        for (int at = (int) self.upvalueNum[2]; at <= text.length(); at++) {
            int end = matcher.match(at);
            if (end != LuaPattern.FAILED) {
                self.upvalueNum[2] = end == at ? end + 1 : end;
                return matcher.pushCaptures(at, end);
            }
        }
        return 0;
    }
}
