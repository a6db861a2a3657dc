package org.perilune.srcdiet;

import java.util.ArrayList;
import java.util.List;

/** A local variable: where it is declared, visible and used. Positions are indices into the token list. */
final class Variable {
    /** The position of a variable that no token declares. */
    static final int IMPLICIT = -1;

    final String name;
    /** The token that declares it, or {@link #IMPLICIT}. */
    final int declaration;
    /** Place among all variables in the order of declaration: the later one of a name hides the earlier. */
    final int order;
    /** Where it is used, ascending; the declaration does not count. */
    final List<Integer> uses = new ArrayList<>();

    /** The first token that sees it. */
    int visibleFrom;
    /** The first token that no longer sees it. */
    int visibleTo;

    Variable(String name, int declaration, int order) {
        this.name = name;
        this.declaration = declaration;
        this.order = order;
    }

    boolean isImplicit() {
        return declaration == IMPLICIT;
    }

    int occurrences() {
        return uses.size() + 1;
    }

    /** Whether the two would be mixed up if they had one name: one hides the other where that one is still used. */
    boolean clashesWith(Variable other) {
        Variable first = order < other.order ? this : other;
        Variable second = first == this ? other : this;
        return anyIn(first.uses, second.visibleFrom, second.visibleTo);
    }

    /** Whether an ascending list has an element in a range: from inclusive, to exclusive. */
    static boolean anyIn(List<Integer> ascending, int from, int to) {
        int low = 0;
        int high = ascending.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending.get(middle) < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < ascending.size() && ascending.get(low) < to;
    }
}
