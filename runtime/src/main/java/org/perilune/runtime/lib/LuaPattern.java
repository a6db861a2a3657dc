package org.perilune.runtime.lib;

import java.util.Arrays;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.value.LuaString;

/**
 * Matches one pattern against places of one text. A pattern is read while it is matched, so that what is wrong with it is
 * noticed only when a match gets there. It ends at its first NUL, and so does what it is asked to look at beyond its end.
 */
final class LuaPattern {
    /** No match here. */
    static final int FAILED = -1;

    private static final int ESCAPE = '%';
    private static final int MAX_CAPTURES = 10;
    /** Repetitions and captures tried inside each other, to spare the native stack. */
    private static final int MAX_DEPTH = 200;

    /** As a power of two, how many characters can be looked at for a unit of work. */
    private static final int CHEAP = 4;

    /** Lengths of captures that are no text: still open, or a mere position. */
    private static final int OPEN = -1;

    private static final int POSITION = -2;

    private final LuaState lua;
    private final byte[] text;
    private final byte[] pattern;
    private final int patternStart;
    private final int patternEnd;
    private final int[] captureStart = new int[MAX_CAPTURES];
    private final int[] captureLength = new int[MAX_CAPTURES];
    private int captures;
    private int depth;

    /**
     * @param text what to match against
     * @param pattern what to match
     * @param from where the pattern begins, 1 to leave out an anchor
     */
    LuaPattern(LuaState lua, LuaString text, LuaString pattern, int from) {
        this.lua = lua;
        this.text = text.bytes();
        this.pattern = pattern.bytes();
        patternStart = from;
        patternEnd = Support.untilNul(pattern);
    }

    /** Whether a pattern begins with the mark that ties it to the place where matching begins. */
    static boolean isAnchored(LuaString pattern) {
        return pattern.length() > 0 && pattern.byteAt(0) == '^';
    }

    /** Matches at one place of the text; where the match ends, or {@link #FAILED}. */
    int match(int at) {
        captures = 0;
        depth = 0;
        lua.vm().work();
        return follow(at, patternStart);
    }

    // ---- captures

    /** Pushes all captures of the last match, or the whole match if there are none; returns how many. */
    int pushCaptures(int from, int to) {
        int count = captures == 0 ? 1 : captures;
        lua.checkStack(count, "too many captures");
        for (int i = 0; i < count; i++) {
            pushCapture(i, from, to);
        }
        return count;
    }

    /** Pushes the captures of the last match; returns how many. */
    int pushOnlyCaptures() {
        return captures == 0 ? 0 : pushCaptures(0, 0);
    }

    /** Pushes one capture of the last match, which lies from {@code from} to {@code to}. */
    void pushCapture(int index, int from, int to) {
        if (index >= captures) {
            if (index != 0) {
                throw lua.error("invalid capture index");
            }
            lua.push(text, from, to - from);
        } else if (captureLength[index] == OPEN) {
            throw lua.error("unfinished capture");
        } else if (captureLength[index] == POSITION) {
            lua.push(captureStart[index] + 1);
        } else {
            lua.push(text, captureStart[index], captureLength[index]);
        }
    }

    private int tryCapture(int at, int next, int length) {
        if (captures >= MAX_CAPTURES) {
            throw lua.error("too many captures");
        }
        captureStart[captures] = at;
        captureLength[captures] = length;
        captures++;
        int end = descend(at, next);
        if (end == FAILED) {
            captures--;
        }
        return end;
    }

    private int tryCloseCapture(int at, int next) {
        int open = captures - 1;
        while (open >= 0 && captureLength[open] != OPEN) {
            open--;
        }
        if (open < 0) {
            throw lua.error("invalid pattern capture");
        }
        captureLength[open] = at - captureStart[open];
        int end = descend(at, next);
        if (end == FAILED) {
            captureLength[open] = OPEN;
        }
        return end;
    }

    /** Where the text of an earlier capture, met again, ends. */
    private int repeatCapture(int at, int digit) {
        int index = digit - '1';
        if (index < 0 || index >= captures || captureLength[index] == OPEN) {
            throw lua.error("invalid capture index");
        }
        int length = captureLength[index];
        int start = captureStart[index];
        boolean same = length >= 0
                && text.length - at >= length
                && Arrays.equals(text, at, at + length, text, start, start + length);
        return same ? at + length : FAILED;
    }

    // ---- matching

    private int patternByte(int at) {
        return at < patternEnd ? pattern[at] & 0xff : 0;
    }

    private int textByte(int at) {
        return at < text.length ? text[at] & 0xff : 0;
    }

    private int descend(int at, int item) {
        if (++depth > MAX_DEPTH) {
            throw lua.error("pattern too complex");
        }
        lua.vm().work();
        int end = follow(at, item);
        depth--;
        return end;
    }

    /** Matches the rest of the pattern, from {@code item} on, at one place of the text. */
    private int follow(int start, int firstItem) {
        int at = start;
        int item = firstItem;
        while (item < patternEnd) {
            int c = patternByte(item);
            int following = patternByte(item + 1);
            if (c == '(') {
                return following == ')' ? tryCapture(at, item + 2, POSITION) : tryCapture(at, item + 1, OPEN);
            } else if (c == ')') {
                return tryCloseCapture(at, item + 1);
            } else if (c == '$' && item + 1 == patternEnd) {
                return at == text.length ? at : FAILED;
            } else if (c == ESCAPE && following == 'b') {
                at = balanced(at, item + 2);
                item += 4;
            } else if (c == ESCAPE && following == 'f') {
                int set = item + 2;
                item = frontier(at, set);
                at = item == FAILED ? FAILED : at;
            } else if (c == ESCAPE && following >= '0' && following <= '9') {
                at = repeatCapture(at, following);
                item += 2;
            } else {
                int after = itemEnd(item);
                switch (patternByte(after)) {
                    case '*' -> {
                        return greedy(at, item, after, 0);
                    }
                    case '+' -> {
                        return greedy(at, item, after, 1);
                    }
                    case '-' -> {
                        return lazy(at, item, after);
                    }
                    case '?' -> {
                        int end = matchesOne(at, item, after) ? descend(at + 1, after + 1) : FAILED;
                        if (end != FAILED) {
                            return end;
                        }
                        item = after + 1;
                    }
                    default -> {
                        at = matchesOne(at, item, after) ? at + 1 : FAILED;
                        item = after;
                    }
                }
            }
            if (at == FAILED) {
                return FAILED;
            }
        }
        return at;
    }

    /** As many repetitions as there are, then fewer until the rest matches. */
    private int greedy(int at, int item, int after, int least) {
        int most = 0;
        while (matchesOne(at + most, item, after)) {
            most++;
        }
        lua.vm().work(most >> CHEAP);
        for (int count = most; count >= least; count--) {
            int end = descend(at + count, after + 1);
            if (end != FAILED) {
                return end;
            }
        }
        return FAILED;
    }

    /** As few repetitions as the rest can do with. */
    private int lazy(int start, int item, int after) {
        for (int at = start; ; at++) {
            int end = descend(at, after + 1);
            if (end != FAILED || !matchesOne(at, item, after)) {
                return end;
            }
        }
    }

    /** Where a text in balanced brackets ends; the two brackets stand in the pattern. */
    private int balanced(int start, int brackets) {
        int opening = patternByte(brackets);
        int closing = patternByte(brackets + 1);
        if (opening == 0 || closing == 0) {
            throw lua.error("unbalanced pattern");
        }
        if (start >= text.length || textByte(start) != opening) {
            return FAILED;
        }
        lua.vm().work(text.length - start >> CHEAP);
        int level = 1;
        for (int at = start + 1; at < text.length; at++) {
            int c = textByte(at);
            if (c == closing) {
                level--;
                if (level == 0) {
                    return at + 1;
                }
            } else if (c == opening) {
                level++;
            }
        }
        return FAILED;
    }

    /** Where the pattern goes on if a border of a set lies at {@code at}. */
    private int frontier(int at, int set) {
        if (patternByte(set) != '[') {
            throw lua.error("missing '[' after '%%f' in pattern");
        }
        int end = itemEnd(set);
        int before = at == 0 ? 0 : textByte(at - 1);
        boolean border = !inSet(before, set, end) && inSet(textByte(at), set, end);
        return border ? end : FAILED;
    }

    // ---- single characters

    /** Where an item that stands for one character ends. */
    private int itemEnd(int item) {
        int c = patternByte(item);
        if (c == ESCAPE) {
            if (item + 1 >= patternEnd) {
                throw lua.error("malformed pattern (ends with '%%')");
            }
            return item + 2;
        }
        return c == '[' ? setEnd(item) : item + 1;
    }

    private int setEnd(int set) {
        int at = set + 1;
        if (patternByte(at) == '^') {
            at++;
        }
        do {
            if (at >= patternEnd) {
                throw lua.error("malformed pattern (missing ']')");
            }
            boolean escape = patternByte(at) == ESCAPE && at + 1 < patternEnd;
            at += escape ? 2 : 1;
        } while (patternByte(at) != ']');
        return at + 1;
    }

    private boolean matchesOne(int at, int item, int after) {
        if (at >= text.length) {
            return false;
        }
        int c = text[at] & 0xff;
        return switch (patternByte(item)) {
            case '.' -> true;
            case ESCAPE -> CharacterClass.holds(patternByte(item + 1), c);
            case '[' -> inSet(c, item, after);
            default -> patternByte(item) == c;
        };
    }

    /** Whether a set, which ends with its bracket before {@code end}, holds a character. */
    private boolean inSet(int c, int set, int end) {
        int last = end - 1;
        int at = set + 1;
        boolean negated = patternByte(at) == '^';
        if (negated) {
            at++;
        }
        while (at < last) {
            int member = patternByte(at);
            if (member == ESCAPE) {
                if (CharacterClass.holds(patternByte(at + 1), c)) {
                    return !negated;
                }
                at += 2;
            } else if (patternByte(at + 1) == '-' && at + 2 < last) {
                if (member <= c && c <= patternByte(at + 2)) {
                    return !negated;
                }
                at += 3;
            } else {
                if (member == c) {
                    return !negated;
                }
                at++;
            }
        }
        return negated;
    }
}
