package org.perilune.srcdiet;

import java.util.List;

/**
 * A minified source.
 *
 * @param source its text; the line map leads back to the lines of the original file
 * @param renamings the local variables that got other names, in the order of their declaration
 */
public record DietResult(LuaSource source, List<Renaming> renamings) {
    public DietResult {
        renamings = List.copyOf(renamings);
    }
}
