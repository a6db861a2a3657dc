package org.perilune.runtime.value;

import java.util.Arrays;

/**
 * The hash part of a table: a power of two of nodes, each an entry with its key, value and the next node of its
 * collision chain. Layout and moves are the firmware's, because the order of {@code pairs} shows them.
 */
final class NodeVector {
    private static final int END = -1;

    /** Keys at even places, values at odd ones. */
    private final Object[] ref;

    private final double[] num;
    private final int[] next;
    /** Nodes in use, a power of two; fewer than the arrays hold only while the table shrinks. */
    private int size;

    NodeVector(int size) {
        this(new Object[2 * size], new double[2 * size], new int[size]);
        Arrays.fill(next, END);
    }

    private NodeVector(Object[] ref, double[] num, int[] next) {
        this.ref = ref;
        this.num = num;
        this.next = next;
        this.size = next.length;
    }

    /** A vector of another size with the same first nodes. */
    NodeVector resized(int newSize) {
        int[] newNext = Arrays.copyOf(next, newSize);
        if (newSize > next.length) {
            Arrays.fill(newNext, next.length, newSize, END);
        }
        return new NodeVector(Arrays.copyOf(ref, 2 * newSize), Arrays.copyOf(num, 2 * newSize), newNext);
    }

    static int roundUp(int count) {
        return 1 << ArraySizer.ceilLog2(count);
    }

    int size() {
        return size;
    }

    /** Nodes the block has, {@link #size} or more. */
    int capacity() {
        return next.length;
    }

    /** Uses only the first nodes from now on, while the vector is being shrunk. */
    void limit(int newSize) {
        size = newSize;
    }

    Object keyRef(int node) {
        return ref[2 * node];
    }

    double keyNum(int node) {
        return num[2 * node];
    }

    Object valueRef(int node) {
        return ref[2 * node + 1];
    }

    double valueNum(int node) {
        return num[2 * node + 1];
    }

    void key(int node, Object keyRef, double keyNum) {
        ref[2 * node] = keyRef;
        num[2 * node] = keyNum;
    }

    void value(int node, Object valueRef, double valueNum) {
        ref[2 * node + 1] = valueRef;
        num[2 * node + 1] = valueNum;
    }

    void clear(int node) {
        key(node, null, 0);
        value(node, null, 0);
    }

    void unchain(int node) {
        next[node] = END;
    }

    /** Key of a removed entry whose key object the collector may free: only its identity is left. */
    private record DeadKey(Object object) {}

    /** Lets go of the key of an entry without value. */
    void bury(int node) {
        Object key = ref[2 * node];
        if (key instanceof GcObject) {
            ref[2 * node] = new DeadKey(key);
        }
    }

    // ---- finding

    /** Node where a key goes when it is free. */
    int mainPosition(Object keyRef, double keyNum) {
        if (keyRef instanceof LuaString string) {
            return string.hash & (size - 1);
        } else if (keyRef == Value.NUMBER) {
            return numberPosition(keyNum);
        } else if (keyRef instanceof GcObject object) {
            return remainder(object.address);
        } else if (keyRef instanceof Boolean bool) {
            return (bool ? 1 : 0) & (size - 1);
        } else if (keyRef instanceof LightFunction function) {
            return remainder(function.address());
        } else if (keyRef instanceof RoTable table) {
            return remainder(table.address());
        } else if (keyRef instanceof LightUserdata pointer) {
            return remainder(pointer.address());
        }
        throw new IllegalArgumentException("no key: " + keyRef);
    }

    private int numberPosition(double key) {
        if (key == 0) {
            return 0;
        }
        long bits = Double.doubleToRawLongBits(key);
        return remainder((int) bits + (int) (bits >>> 32));
    }

    private int remainder(int hash) {
        int divisor = (size - 1) | 1;
        return hash >= 0 ? hash % divisor : Integer.remainderUnsigned(hash, divisor);
    }

    int findNumber(double key) {
        int node = numberPosition(key);
        do {
            if (ref[2 * node] == Value.NUMBER && num[2 * node] == key) {
                return node;
            }
            node = next[node];
        } while (node != END);
        return LuaTable.NONE;
    }

    int findString(LuaString key) {
        int node = key.hash & (size - 1);
        do {
            if (ref[2 * node] == key) {
                return node;
            }
            node = next[node];
        } while (node != END);
        return LuaTable.NONE;
    }

    int findRef(Object key, int main) {
        int node = main;
        do {
            Object candidate = ref[2 * node];
            if (candidate == key || (candidate instanceof LightUserdata && candidate.equals(key))) {
                return node;
            }
            node = next[node];
        } while (node != END);
        return LuaTable.NONE;
    }

    /** Node of a key, be it the key of a removed entry; -1 when there is none. */
    int findEvenDead(Object keyRef, double keyNum) {
        int node = mainPosition(keyRef, keyNum);
        do {
            Object candidate = ref[2 * node];
            if (Value.rawEquals(candidate, num[2 * node], keyRef, keyNum)
                    || (candidate instanceof DeadKey dead && dead.object == keyRef)) {
                return node;
            }
            node = next[node];
        } while (node != END);
        return END;
    }

    // ---- moving

    /**
     * Makes a node usable for a new key whose main position is taken: whoever sits there away from its own main
     * position moves to the free node; else the free node joins the chain.
     */
    int makePlace(int main, int free) {
        int owner = mainPosition(ref[2 * main], num[2 * main]);
        if (owner == main) {
            next[free] = next[main];
            next[main] = free;
            return free;
        }
        int before = owner;
        while (next[before] != main) {
            before = next[before];
        }
        next[before] = free;
        copy(main, free);
        next[free] = next[main];
        next[main] = END;
        value(main, null, 0);
        return main;
    }

    /** Copies key and value, not the chain. */
    void copy(int from, int to) {
        key(to, ref[2 * from], num[2 * from]);
        value(to, ref[2 * from + 1], num[2 * from + 1]);
    }

    /** Chains all entries anew, each from its main position, moving as few as the firmware does. */
    void rechain() {
        for (int node = 0; node < size; node++) {
            while (ref[2 * node + 1] != null && !settle(node)) {
                // The entry that was swapped in has to settle, too.
            }
        }
    }

    /** Puts one entry into the chain of its main position; false when another entry came to its node instead. */
    private boolean settle(int node) {
        int main = mainPosition(ref[2 * node], num[2 * node]);
        if (main == node || nodeBefore(main, node) != END) {
            return true;
        }
        if (ref[2 * main + 1] == null) {
            copy(node, main);
            next[main] = next[node];
            clear(node);
            next[node] = END;
            return true;
        }
        int owner = mainPosition(ref[2 * main], num[2 * main]);
        if (owner == main) {
            next[node] = next[main];
            next[main] = node;
            return true;
        }
        int before = nodeBefore(owner, main);
        if (before != END) {
            next[before] = node;
        }
        swap(node, main);
        return before != END;
    }

    private int nodeBefore(int chain, int node) {
        int before = chain;
        while (before != END && next[before] != node) {
            before = next[before];
        }
        return before;
    }

    private void swap(int a, int b) {
        Object keyRef = ref[2 * a];
        double keyNum = num[2 * a];
        Object valueRef = ref[2 * a + 1];
        double valueNum = num[2 * a + 1];
        int link = next[a];
        copy(b, a);
        next[a] = next[b];
        key(b, keyRef, keyNum);
        value(b, valueRef, valueNum);
        next[b] = link;
    }
}
