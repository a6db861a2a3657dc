package org.perilune.runtime.value;

import org.perilune.runtime.heap.Heap;

/** What all threads of one machine share: heap, strings, collector, registry and the metatables of basic types. */
public final class LuaVm {
    private final Heap heap;
    private final Collector collector;
    private final StringTable strings;
    private final ConcatBuffer concatBuffer;
    private final LuaString[] metamethodNames = new LuaString[Metamethod.values().length];
    private final Object[] typeMetatables = new Object[Value.TYPES];
    private LuaThread mainThread;
    private LuaTable registry;
    private LuaString memoryErrorText;
    private int stripLevel = 1;
    private Object host;
    private Watchdog watchdog = Watchdog.PATIENT;
    /** Units of work before the watchdog is asked; below 0 when it is overdue. */
    private int workLeft = Watchdog.QUANTUM;

    /** A machine without strings in flash, see {@link #LuaVm(Heap, FlashStrings)}. */
    public LuaVm(Heap heap) {
        this(heap, FlashStrings.NONE);
    }

    /** A machine without threads yet; {@link #start} follows as soon as there is a main thread. */
    public LuaVm(Heap heap, FlashStrings inFlash) {
        this.heap = heap;
        collector = new Collector(this);
        strings = new StringTable(heap, collector, inFlash);
        concatBuffer = new ConcatBuffer(heap);
    }

    /** Makes what every machine has, in the firmware's order: globals, registry, string table, fixed strings. */
    public void start(LuaThread main) {
        mainThread = main;
        main.globals(new LuaTable(main, 0, 2));
        registry = new LuaTable(main, 0, 2);
        strings.resize(StringTable.MIN_SLOTS);
        for (Metamethod event : Metamethod.values()) {
            LuaString name = strings.intern(event.key);
            name.fix();
            metamethodNames[event.ordinal()] = name;
        }
        memoryErrorText = strings.intern("not enough memory");
        memoryErrorText.fix();
        collector.threshold(4 * heap.luaBytes());
        heap.reclaimWith(collector);
    }

    public Heap heap() {
        return heap;
    }

    public Collector collector() {
        return collector;
    }

    public StringTable strings() {
        return strings;
    }

    ConcatBuffer concatBuffer() {
        return concatBuffer;
    }

    public LuaThread mainThread() {
        return mainThread;
    }

    /** Table for native code's own use. */
    public LuaTable registry() {
        return registry;
    }

    /** The host's object that native functions of this machine work on, such as its board; null for none. */
    public Object host() {
        return host;
    }

    public void host(Object object) {
        host = object;
    }

    // ---- work

    /** Names who is told how much work the machine does; its count begins anew. */
    public void watchdog(Watchdog dog) {
        watchdog = dog;
        restartWork();
    }

    /** Forgets the work done since the watchdog was asked last, as at the beginning of a task. */
    public void restartWork() {
        workLeft = Watchdog.QUANTUM;
    }

    /** Counts one unit of work. Whatever the watchdog throws ends the run. */
    public void work() {
        if (--workLeft < 0) {
            askWatchdog();
        }
    }

    /** Counts some units of work. Whatever the watchdog throws ends the run. */
    public void work(int units) {
        workLeft -= units;
        if (workLeft < 0) {
            askWatchdog();
        }
    }

    /** Counts units of work where nothing may be thrown; the watchdog hears of them later. */
    void workUnasked(int units) {
        workLeft -= units;
    }

    private void askWatchdog() {
        int units = Watchdog.QUANTUM - workLeft;
        workLeft = Watchdog.QUANTUM;
        watchdog.worked(units);
    }

    /** The text of every memory error. */
    public LuaString memoryErrorText() {
        return memoryErrorText;
    }

    /** What the compiler drops: 0 nothing, 1 names of locals and upvalues (the firmware's default), 2 lines as well. */
    public int stripLevel() {
        return stripLevel;
    }

    public void stripLevel(int level) {
        stripLevel = level;
    }

    /** The key of an event in metatables. */
    public LuaString name(Metamethod event) {
        return metamethodNames[event.ordinal()];
    }

    /** Metatable shared by all values of a basic type: a {@link LuaTable}, a {@link RoTable} or null. */
    public Object typeMetatable(int type) {
        return typeMetatables[type];
    }

    public void typeMetatable(int type, Object table) {
        typeMetatables[type] = table;
    }

    /** Metatable of any value: a {@link LuaTable}, a {@link RoTable} or null. */
    public Object metatableOf(Object ref) {
        if (ref instanceof LuaTable table) {
            return table.metatable();
        } else if (ref instanceof Userdata userdata) {
            return userdata.metatable();
        } else if (ref instanceof RoTable table) {
            return table.metatable();
        }
        return typeMetatables[Value.type(ref)];
    }

    /** Handler of an event in a metatable, or null. Handlers are never numbers that anybody calls. */
    public Object metamethod(Object metatable, Metamethod event) {
        if (metatable == null) {
            return null;
        }
        if (metatable instanceof LuaTable table) {
            int bit = 1 << event.ordinal();
            if (event.isCached() && (table.absent & bit) != 0) {
                return null;
            }
            Object handler = table.ref(table.findString(name(event)));
            if (handler == null && event.isCached()) {
                table.absent |= bit;
            }
            return handler;
        }
        RoTable table = (RoTable) metatable;
        int entry = table.find(name(event));
        return entry < 0 ? null : table.ref(entry);
    }

    /** Handler of an event for any value, or null. */
    public Object metamethodOf(Object ref, Metamethod event) {
        return metamethod(metatableOf(ref), event);
    }
}
