package org.perilune.runtime.value;

import java.util.Arrays;
import org.perilune.runtime.heap.Account;
import org.perilune.runtime.heap.Heap;

/**
 * A table with the firmware's two parts: an array, and a vector of nodes chained by collision. An entry's place is a
 * slot: a node's number, or for the array part the complement ({@code ~}) of its zero-based index.
 */
public final class LuaTable extends GcObject {
    /** No such entry. */
    public static final int NONE = Integer.MIN_VALUE;

    private static final Object[] NO_REFS = {};
    private static final double[] NO_NUMS = {};

    Object[] arrayRef = NO_REFS;
    double[] arrayNum = NO_NUMS;
    /** Slots of the array part; its arrays are longer only while it shrinks. */
    int arraySize;
    /** The nodes; null while the table has none and shares the firmware's dummy node. */
    NodeVector nodes;
    /** Free nodes are looked for below this one. */
    int lastFree;

    LuaTable metatable;
    /** The metatable where it lies in flash instead. */
    RoTable roMetatable;
    /** One bit for each of the first events: the table, as a metatable, has no handler for it. */
    int absent;

    private int arrayAddress;
    private int nodesAddress;

    /**
     * Takes a table's blocks. The table is anchored on the thread's stack while its parts are taken, and is the
     * caller's to anchor afterwards.
     *
     * @param arraySlots slots of the array part
     * @param nodeCount entries to make room for in the hash part
     */
    public LuaTable(LuaThread thread, int arraySlots, int nodeCount) {
        Heap heap = thread.vm().heap();
        address = heap.realloc(Account.OBJECTS, 0, 0, heap.profile().table());
        thread.vm().collector().link(this);
        thread.ref[thread.top] = this;
        thread.top++;
        thread.ensureStack(0);
        absent = -1;
        resizeArray(heap, arraySlots);
        resizeNodes(heap, nodeCount);
        thread.top--;
    }

    // ---- reading

    /** Slots of the array part. */
    public int arraySize() {
        return arraySize;
    }

    /** Nodes of the hash part; 0 when it has none. */
    public int nodeCount() {
        return nodes == null ? 0 : nodes.size();
    }

    /** Slot of an integer key, or {@link #NONE}. */
    public int findInt(int key) {
        if (key - 1 >= 0 && key - 1 < arraySize) {
            return ~(key - 1);
        }
        return nodes == null ? NONE : nodes.findNumber(key);
    }

    /** Slot of a string key, or {@link #NONE}. */
    public int findString(LuaString key) {
        return nodes == null ? NONE : nodes.findString(key);
    }

    /** Slot of any key, or {@link #NONE}. */
    public int find(Object ref, double num) {
        if (ref == Value.NUMBER) {
            int key = (int) num;
            if (key == num) {
                return findInt(key);
            }
            return nodes == null ? NONE : nodes.findNumber(num);
        }
        if (ref == null || nodes == null) {
            return NONE;
        }
        if (ref instanceof LuaString key) {
            return nodes.findString(key);
        }
        return nodes.findRef(ref, nodes.mainPosition(ref, num));
    }

    /** Reference of the value in a slot; null for {@link #NONE}. */
    public Object ref(int slot) {
        if (slot >= 0) {
            return nodes.valueRef(slot);
        }
        return slot == NONE ? null : arrayRef[~slot];
    }

    /** Number of the value in a slot. */
    public double num(int slot) {
        if (slot >= 0) {
            return nodes.valueNum(slot);
        }
        return slot == NONE ? 0 : arrayNum[~slot];
    }

    /** Reference of the value under an integer key. */
    public Object getIntRef(int key) {
        return ref(findInt(key));
    }

    /** A border: an integer n with t[n] present and t[n+1] absent, 0 when t[1] is absent. */
    public int length() {
        int size = arraySize;
        if (size > 0 && arrayRef[size - 1] == null) {
            int present = 0;
            int missing = size;
            while (missing - present > 1) {
                int middle = (present + missing) >>> 1;
                if (arrayRef[middle - 1] == null) {
                    missing = middle;
                } else {
                    present = middle;
                }
            }
            return present;
        }
        return nodes == null ? size : searchBorder(size);
    }

    private int searchBorder(int known) {
        int present = known;
        long missing = (long) known + 1;
        while (getIntRef((int) missing) != null) {
            present = (int) missing;
            missing *= 2;
            if (missing > Integer.MAX_VALUE) { // a table built to mislead: look one by one
                int next = 1;
                while (getIntRef(next) != null) {
                    next++;
                }
                return next - 1;
            }
        }
        while (missing - present > 1) {
            int middle = (int) ((present + missing) >>> 1);
            if (getIntRef(middle) == null) {
                missing = middle;
            } else {
                present = middle;
            }
        }
        return present;
    }

    /**
     * Goes one entry on in the order of {@code pairs}: array part, then nodes.
     *
     * @param position 0 for the first entry, else what the last call returned
     * @return the position after the entry found, or 0 at the end; {@link #keyRef}({@code position}) and its like read
     *     the entry before it
     */
    public int next(int position) {
        int at = position;
        for (; at < arraySize; at++) {
            if (arrayRef[at] != null) {
                return at + 1;
            }
        }
        for (; at < arraySize + nodeCount(); at++) {
            if (nodes.valueRef(at - arraySize) != null) {
                return at + 1;
            }
        }
        return 0;
    }

    /** Position after a key, for {@link #next}; -1 when the key is not in the table. */
    public int positionAfter(Object ref, double num) {
        if (ref == null) {
            return 0;
        }
        if (ref == Value.NUMBER) {
            int key = (int) num;
            if (key == num && key > 0 && key <= arraySize) {
                return key;
            }
        }
        if (nodes == null) {
            return -1;
        }
        int node = nodes.findEvenDead(ref, num);
        return node < 0 ? -1 : arraySize + node + 1;
    }

    /** Slot of the entry before a position that {@link #next} returned. */
    public int slotBefore(int position) {
        return position <= arraySize ? ~(position - 1) : position - 1 - arraySize;
    }

    /** Key of the entry before a position that {@link #next} returned. */
    public Object keyRef(int position) {
        return position <= arraySize ? Value.NUMBER : nodes.keyRef(position - 1 - arraySize);
    }

    /** Number of that key. */
    public double keyNum(int position) {
        return position <= arraySize ? position : nodes.keyNum(position - 1 - arraySize);
    }

    // ---- writing

    /** Writes a value into a slot that {@link #find} or {@link #insert} gave. */
    public void set(LuaVm vm, int slot, Object ref, double num) {
        if (slot >= 0) {
            nodes.value(slot, ref, num);
        } else {
            arrayRef[~slot] = ref;
            arrayNum[~slot] = num;
        }
        absent = 0;
        if ((marked & BLACK) != 0) {
            vm.collector().barrierBack(this, ref);
        }
    }

    /** Writes a value under an integer key, making the entry if there is none. */
    public void setInt(LuaVm vm, int key, Object ref, double num) {
        int slot = findInt(key);
        set(vm, slot == NONE ? insert(vm, Value.NUMBER, key) : slot, ref, num);
    }

    /** Writes a value under a string key, making the entry if there is none. */
    public void setString(LuaVm vm, LuaString key, Object ref, double num) {
        int slot = findString(key);
        set(vm, slot == NONE ? insert(vm, key, 0) : slot, ref, num);
    }

    /**
     * Makes an entry for a key that is not in the table, not nil and not NaN; its value is nil.
     *
     * @return the entry's slot
     */
    public int insert(LuaVm vm, Object ref, double num) {
        absent = 0;
        if (nodes == null) {
            return insertGrown(vm, ref, num);
        }
        int main = nodes.mainPosition(ref, num);
        if (nodes.valueRef(main) != null) {
            int free = takeFreeNode();
            if (free < 0) {
                return insertGrown(vm, ref, num);
            }
            main = nodes.makePlace(main, free);
        }
        nodes.key(main, ref, num);
        if ((marked & BLACK) != 0) {
            vm.collector().barrierBack(this, ref);
        }
        return main;
    }

    private int insertGrown(LuaVm vm, Object ref, double num) {
        rehash(vm, ref, num);
        int slot = find(ref, num);
        return slot == NONE ? insert(vm, ref, num) : slot;
    }

    private int takeFreeNode() {
        while (--lastFree >= 0) {
            if (nodes.keyRef(lastFree) == null) {
                return lastFree;
            }
        }
        return -1;
    }

    // ---- growing and shrinking

    private void rehash(LuaVm vm, Object ref, double num) {
        ArraySizer sizer = new ArraySizer();
        for (int i = 0; i < arraySize; i++) {
            if (arrayRef[i] != null) {
                sizer.countArrayKey(i + 1);
            }
        }
        for (int node = 0; node < nodeCount(); node++) {
            if (nodes.valueRef(node) != null) {
                sizer.count(nodes.keyRef(node), nodes.keyNum(node));
            }
        }
        sizer.count(ref, num);
        int newArray = sizer.arraySize();
        resize(vm, newArray, sizer.total() - sizer.inArray());
    }

    /** Gives the array part a size of its own, the hash part keeping its own; makes room for a list constructor. */
    public void resizeArrayPart(LuaVm vm, int slots) {
        resize(vm, slots, nodeCount());
    }

    private void resize(LuaVm vm, int newArray, int newNodes) {
        int oldArray = arraySize;
        Heap heap = vm.heap();
        if (newArray > oldArray) {
            resizeArray(heap, newArray);
        }
        if (nodes != null || newNodes > 0) {
            resizeHash(heap, newNodes);
        }
        if (newArray < oldArray) {
            arraySize = newArray;
            for (int i = newArray; i < oldArray; i++) {
                if (arrayRef[i] != null) {
                    setInt(vm, i + 1, arrayRef[i], arrayNum[i]);
                }
            }
            int size = heap.profile().tvalue();
            arrayAddress = heap.realloc(Account.OBJECTS, arrayAddress, oldArray * size, newArray * size);
            arrayRef = Arrays.copyOf(arrayRef, newArray);
            arrayNum = Arrays.copyOf(arrayNum, newArray);
        }
    }

    private void resizeArray(Heap heap, int slots) {
        if (slots == 0 && arraySize == 0) {
            return;
        }
        int size = heap.profile().tvalue();
        if (slots > Integer.MAX_VALUE / size) {
            throw new org.perilune.runtime.heap.OutOfMemory(Integer.MAX_VALUE);
        }
        arrayAddress = heap.realloc(Account.OBJECTS, arrayAddress, arraySize * size, slots * size);
        arrayRef = arraySize == 0 ? new Object[slots] : Arrays.copyOf(arrayRef, slots);
        arrayNum = arraySize == 0 ? new double[slots] : Arrays.copyOf(arrayNum, slots);
        arraySize = slots;
    }

    /** Gives the hash part room for {@code count} entries; once it has a vector it keeps at least one node. */
    private void resizeHash(Heap heap, int count) {
        int newSize = NodeVector.roundUp(Math.max(count, 1));
        int oldSize = nodeCount();
        if (oldSize < newSize) {
            resizeNodes(heap, newSize);
        } else {
            lastFree = newSize;
        }
        NodeVector from = nodes;
        from.limit(newSize);
        for (int node = 0; node < oldSize; node++) {
            from.unchain(node);
            if (from.valueRef(node) == null) {
                from.clear(node);
            } else if (!moveToArray(from, node) && node >= newSize) {
                from.copy(node, takeFreeNode());
            }
        }
        if (oldSize > newSize) {
            resizeNodes(heap, newSize);
        }
        nodes.rechain();
    }

    private boolean moveToArray(NodeVector from, int node) {
        if (from.keyRef(node) == Value.NUMBER) {
            int key = (int) from.keyNum(node);
            if (key == from.keyNum(node) && key - 1 >= 0 && key - 1 < arraySize) {
                arrayRef[key - 1] = from.valueRef(node);
                arrayNum[key - 1] = from.valueNum(node);
                from.clear(node);
                return true;
            }
        }
        return false;
    }

    private void resizeNodes(Heap heap, int count) {
        if (count == 0) {
            return;
        }
        int newSize = NodeVector.roundUp(count);
        int size = heap.profile().node();
        int oldSize = nodes == null ? 0 : nodes.capacity();
        if (newSize > Integer.MAX_VALUE / size) {
            throw new org.perilune.runtime.heap.OutOfMemory(Integer.MAX_VALUE);
        }
        nodesAddress = heap.realloc(Account.OBJECTS, nodesAddress, oldSize * size, newSize * size);
        nodes = nodes == null ? new NodeVector(newSize) : nodes.resized(newSize);
        lastFree = newSize;
    }

    // ---- metatable

    /** The metatable: a {@link LuaTable}, a {@link RoTable} or null. */
    public Object metatable() {
        return metatable != null ? metatable : roMetatable;
    }

    /** Gives the table a metatable: a {@link LuaTable}, a {@link RoTable} or null. */
    public void metatable(LuaVm vm, Object table) {
        metatable = table instanceof LuaTable t ? t : null;
        roMetatable = table instanceof RoTable t ? t : null;
        if (metatable != null && (marked & BLACK) != 0) {
            vm.collector().barrierBack(this, metatable);
        }
    }

    // ---- heap

    @Override
    int traverse(Collector collector) {
        return TableMarker.traverse(collector, this);
    }

    @Override
    void release(Heap heap) {
        int nodeSize = heap.profile().node();
        heap.realloc(Account.OBJECTS, nodesAddress, nodeCount() * nodeSize, 0);
        heap.realloc(Account.OBJECTS, arrayAddress, arraySize * heap.profile().tvalue(), 0);
        address = heap.realloc(Account.OBJECTS, address, heap.profile().table(), 0);
    }

    /** Whether the collector has taken the table. */
    public boolean isReleased() {
        return address == 0;
    }

    @Override
    public int size(Heap heap) {
        return heap.profile().table()
                + arraySize * heap.profile().tvalue()
                + nodeCount() * heap.profile().node();
    }
}
