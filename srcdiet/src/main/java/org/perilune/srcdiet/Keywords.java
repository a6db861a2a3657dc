package org.perilune.srcdiet;

import java.util.Set;

/** The reserved words of Lua 5.1; goto is an ordinary name. */
final class Keywords {
    private static final Set<String> WORDS = Set.of(
            "and",
            "break",
            "do",
            "else",
            "elseif",
            "end",
            "false",
            "for",
            "function",
            "if",
            "in",
            "local",
            "nil",
            "not",
            "or",
            "repeat",
            "return",
            "then",
            "true",
            "until",
            "while");

    private Keywords() {}

    static boolean contains(String word) {
        return WORDS.contains(word);
    }

    /** Whether a text can stand as a name: a letter or underscore, then letters, digits, underscores, not reserved. */
    static boolean isName(String text) {
        return !text.isEmpty()
                && Chars.isNameStart(text.charAt(0))
                && text.chars().allMatch(c -> Chars.isNamePart((char) c))
                && !contains(text);
    }
}
