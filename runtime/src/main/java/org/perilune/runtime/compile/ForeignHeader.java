package org.perilune.runtime.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Says of a precompiled chunk's header what kind of machine the chunk was made for. */
final class ForeignHeader {
    private static final int VERSION_AT = 4;
    private static final int FORMAT_AT = 5;
    private static final int ORDER_AT = 6;
    private static final int INT_SIZE_AT = 7;
    private static final int POINTER_SIZE_AT = 8;
    private static final int NUMBER_SIZE_AT = 10;
    private static final int INTEGRAL_AT = 11;
    private static final int BITS = 8;

    private static final int LUA_5_0 = 0x50;
    private static final int LUA_5_4 = 0x54;

    private ForeignHeader() {}

    /** What differs from a header of this board's, in brackets; empty when the header is none of Lua's at all. */
    static String describe(byte[] found) {
        String phrase = phrase(found);
        return phrase.isEmpty() ? "" : " (" + phrase + ")";
    }

    private static String phrase(byte[] found) {
        byte[] own = Dump.HEADER;
        int version = found[VERSION_AT];
        if (!Arrays.equals(found, 0, VERSION_AT, own, 0, VERSION_AT) || version < LUA_5_0 || version > LUA_5_4) {
            return "";
        }
        if (version != own[VERSION_AT]) {
            // Other versions order their header otherwise, so nothing more can be said.
            return "this is for Lua " + (version >> 4) + "." + (version & 0xf) + ", the board takes Lua 5.1";
        }
        List<String> its = new ArrayList<>();
        List<String> boards = new ArrayList<>();
        compare(found[ORDER_AT] == own[ORDER_AT], "big-endian", "little-endian", its, boards);
        compare(
                found[POINTER_SIZE_AT] == own[POINTER_SIZE_AT],
                found[POINTER_SIZE_AT] * BITS + "-bit",
                own[POINTER_SIZE_AT] * BITS + "-bit",
                its,
                boards);
        compare(
                found[INT_SIZE_AT] == own[INT_SIZE_AT],
                found[INT_SIZE_AT] + "-byte integers",
                own[INT_SIZE_AT] + "-byte integers",
                its,
                boards);
        compare(found[INTEGRAL_AT] == own[INTEGRAL_AT], "an integer build", "a floating-point build", its, boards);
        compare(
                found[NUMBER_SIZE_AT] == own[NUMBER_SIZE_AT],
                found[NUMBER_SIZE_AT] + "-byte numbers",
                own[NUMBER_SIZE_AT] + "-byte numbers",
                its,
                boards);
        compare(found[FORMAT_AT] == own[FORMAT_AT], "format " + found[FORMAT_AT], "format 0", its, boards);
        if (its.isEmpty()) {
            return "this is for another machine, the board takes 32-bit Lua 5.1";
        }
        return "this is for Lua 5.1, " + String.join(", ", its) + "; the board takes " + String.join(", ", boards);
    }

    private static void compare(boolean same, String its, String boards, List<String> allIts, List<String> allBoards) {
        if (!same) {
            allIts.add(its);
            allBoards.add(boards);
        }
    }
}
