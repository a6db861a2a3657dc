package org.perilune.srcdiet;

import java.util.List;

/** One way to make a source smaller: tokens in, tokens out, nothing remembered between files. */
interface Pass {
    /** The tokens of a valid source with fewer bytes and the same meaning; {@code source} is for error messages. */
    List<Token> apply(LuaSource source, List<Token> tokens);
}
