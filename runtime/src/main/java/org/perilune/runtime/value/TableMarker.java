package org.perilune.runtime.value;

/** Marks through tables and clears what died out of the weak ones. */
final class TableMarker {
    private TableMarker() {}

    /** Marks a table's contents as its weakness allows; returns the bytes traversed. */
    static int traverse(Collector collector, LuaTable table) {
        if (table.metatable != null) {
            collector.mark(table.metatable);
        }
        findWeakness(collector, table);
        boolean weakKeys = (table.marked & GcObject.BIT3) != 0;
        boolean weakValues = (table.marked & GcObject.WEAK_VALUES) != 0;
        if (weakKeys || weakValues) {
            collector.keepForClearing(table);
        }
        if (!weakValues) {
            // From the last one down, as the firmware does: the order decides what a step gets to.
            for (int i = table.arraySize - 1; i >= 0; i--) {
                collector.markValue(table.arrayRef[i]);
            }
        }
        if (table.nodes != null && !(weakKeys && weakValues)) {
            markNodes(collector, table.nodes, weakKeys, weakValues);
        }
        // The firmware counts its shared dummy node as one, too.
        int nodes = Math.max(1, table.nodeCount());
        var profile = collector.heap().profile();
        return profile.table() + profile.tvalue() * table.arraySize + profile.node() * nodes;
    }

    private static void findWeakness(Collector collector, LuaTable table) {
        table.marked &= ~(GcObject.BIT3 | GcObject.WEAK_VALUES);
        if (collector.vm().metamethod(table.metatable(), Metamethod.MODE) instanceof LuaString mode) {
            for (byte c : mode.bytes) {
                if (c == 'k') {
                    table.marked |= GcObject.BIT3;
                } else if (c == 'v') {
                    table.marked |= GcObject.WEAK_VALUES;
                } else if (c == 0) {
                    break;
                }
            }
        }
    }

    private static void markNodes(Collector collector, NodeVector nodes, boolean weakKeys, boolean weakValues) {
        for (int node = nodes.size() - 1; node >= 0; node--) {
            if (nodes.valueRef(node) == null) {
                nodes.bury(node);
            } else {
                if (!weakKeys) {
                    collector.markValue(nodes.keyRef(node));
                }
                if (!weakValues) {
                    collector.markValue(nodes.valueRef(node));
                }
            }
        }
    }

    static boolean isWeak(LuaTable table) {
        return (table.marked & (GcObject.BIT3 | GcObject.WEAK_VALUES)) != 0;
    }

    /** Removes the entries of a weak table whose key or value has died. */
    static void clear(LuaTable table) {
        if ((table.marked & GcObject.WEAK_VALUES) != 0) {
            for (int i = table.arraySize - 1; i >= 0; i--) {
                if (isCleared(table.arrayRef[i], false)) {
                    table.arrayRef[i] = null;
                }
            }
        }
        if (table.nodes == null) {
            return;
        }
        NodeVector nodes = table.nodes;
        for (int node = nodes.size() - 1; node >= 0; node--) {
            if (nodes.valueRef(node) != null
                    && (isCleared(nodes.keyRef(node), true) || isCleared(nodes.valueRef(node), false))) {
                nodes.value(node, null, 0);
                nodes.bury(node);
            }
        }
    }

    /** Strings count as values and stay; a userdata being finalised stays as a key, not as a value. */
    private static boolean isCleared(Object ref, boolean isKey) {
        if (ref instanceof LuaString string) {
            string.whiteToGrey();
            return false;
        }
        if (!(ref instanceof GcObject object)) {
            return false;
        }
        return object.isWhite() || (object instanceof Userdata && !isKey && Collector.isFinalised(object));
    }
}
