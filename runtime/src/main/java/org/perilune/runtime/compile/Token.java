package org.perilune.runtime.compile;

/**
 * Kinds of token. A token of one character is that character; all others have a number above every character, the
 * reserved words first and in the order of {@link #TEXTS}.
 */
final class Token {
    static final int FIRST = 257;
    static final int AND = FIRST;
    static final int BREAK = FIRST + 1;
    static final int DO = FIRST + 2;
    static final int ELSE = FIRST + 3;
    static final int ELSEIF = FIRST + 4;
    static final int END = FIRST + 5;
    static final int FALSE = FIRST + 6;
    static final int FOR = FIRST + 7;
    static final int FUNCTION = FIRST + 8;
    static final int IF = FIRST + 9;
    static final int IN = FIRST + 10;
    static final int LOCAL = FIRST + 11;
    static final int NIL = FIRST + 12;
    static final int NOT = FIRST + 13;
    static final int OR = FIRST + 14;
    static final int REPEAT = FIRST + 15;
    static final int RETURN = FIRST + 16;
    static final int THEN = FIRST + 17;
    static final int TRUE = FIRST + 18;
    static final int UNTIL = FIRST + 19;
    static final int WHILE = FIRST + 20;
    static final int CONCAT = FIRST + 21;
    static final int DOTS = FIRST + 22;
    static final int EQ = FIRST + 23;
    static final int GE = FIRST + 24;
    static final int LE = FIRST + 25;
    static final int NE = FIRST + 26;
    static final int NUMBER = FIRST + 27;
    static final int NAME = FIRST + 28;
    static final int STRING = FIRST + 29;
    static final int END_OF_CHUNK = FIRST + 30;

    private static final String[] TEXTS = {
        "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "if", "in", "local", "nil", "not",
        "or", "repeat", "return", "then", "true", "until", "while", "..", "...", "==", ">=", "<=", "~=", "<number>",
        "<name>", "<string>", "<eof>"
    };
    private static final int RESERVED_WORDS = CONCAT - FIRST;

    private Token() {}

    /** The reserved word of this text, or {@link #NAME}. */
    static int ofWord(String word) {
        for (int i = 0; i < RESERVED_WORDS; i++) {
            if (TEXTS[i].equals(word)) {
                return FIRST + i;
            }
        }
        return NAME;
    }

    /** The text of a token of more than one character, or the name of its kind. */
    static String text(int token) {
        return TEXTS[token - FIRST];
    }

    /** Whether the token ends a block. */
    static boolean endsBlock(int token) {
        return switch (token) {
            case ELSE, ELSEIF, END, UNTIL, END_OF_CHUNK -> true;
            default -> false;
        };
    }
}
