package org.perilune.runtime.exec;

import java.nio.charset.StandardCharsets;
import org.perilune.runtime.compile.ChunkReader;
import org.perilune.runtime.compile.Loader;
import org.perilune.runtime.heap.Heap;
import org.perilune.runtime.value.Concatenation;
import org.perilune.runtime.value.FlashStrings;
import org.perilune.runtime.value.LightFunction;
import org.perilune.runtime.value.LuaClosure;
import org.perilune.runtime.value.LuaString;
import org.perilune.runtime.value.LuaTable;
import org.perilune.runtime.value.LuaThread;
import org.perilune.runtime.value.LuaVm;
import org.perilune.runtime.value.Messages;
import org.perilune.runtime.value.NativeClosure;
import org.perilune.runtime.value.NumberText;
import org.perilune.runtime.value.RoTable;
import org.perilune.runtime.value.Userdata;
import org.perilune.runtime.value.Value;

/**
 * A thread of Lua with the stack interface by which native functions use it. An index counts from 1 at the running
 * function's first argument upwards, or from -1 at the top downwards. Strings given as {@link String} are bytes, one a
 * character. What takes heap may raise "not enough memory" and may collect whatever is not on a stack.
 */
public final class LuaState extends LuaThread {
    /** What a native function returns after {@link #suspend}. */
    public static final int YIELD = -1;

    /** All results, as a wanted number. */
    public static final int ALL = -1;

    /** Most slots one native function may use. */
    public static final int MAX_NATIVE_STACK = 8000;

    private LuaState(LuaVm vm, LuaThread creator) {
        super(vm, creator);
    }

    /** A new machine on a heap: its main thread, without any library. */
    public static LuaState newMachine(Heap heap) {
        return newMachine(heap, FlashStrings.NONE);
    }

    /** A new machine on a heap that finds strings in flash, too. */
    public static LuaState newMachine(Heap heap, FlashStrings inFlash) {
        LuaVm vm = new LuaVm(heap, inFlash);
        LuaState main = new LuaState(vm, null);
        vm.start(main);
        vm.collector().finaliserRunner((handler, userdata) -> {
            main.ref[main.top] = handler;
            main.ref[main.top + 1] = userdata;
            main.top += 2;
            Calls.call(main, main.top - 2, 0);
        });
        return main;
    }

    /** Makes a coroutine and pushes it. */
    public LuaState newThread() {
        vm().collector().check();
        LuaState thread = new LuaState(vm(), this);
        pushValue(thread, 0);
        return thread;
    }

    // ---- the stack

    /** Stack slot of an index. */
    public int slot(int index) {
        return index > 0 ? base + index - 1 : top + index;
    }

    /** Number of values the running function has on the stack; at its start, its arguments. */
    public int argCount() {
        return top - base;
    }

    /** Cuts the stack, or fills it with nil, to {@code count} values. */
    public void setTop(int count) {
        while (top < base + count) {
            ref[top++] = null;
        }
        top = base + count;
    }

    public void pop(int count) {
        top -= count;
    }

    /** Raises an error unless {@code slots} more values fit. */
    public void checkStack(int slots, String what) {
        if (slots > MAX_NATIVE_STACK || top - base + slots > MAX_NATIVE_STACK) {
            throw error("stack overflow (%s)", what);
        }
        if (slots > 0) {
            ensureStack(slots);
            ci.top = Math.max(ci.top, top + slots);
        }
    }

    /** Pushes a copy of the value at an index. */
    public void pushCopy(int index) {
        int from = slot(index);
        pushValue(ref[from], num[from]);
    }

    /** Removes the value at an index, closing the gap. */
    public void remove(int index) {
        int at = slot(index);
        System.arraycopy(ref, at + 1, ref, at, top - at - 1);
        System.arraycopy(num, at + 1, num, at, top - at - 1);
        top--;
    }

    /**
     * Moves the top value to an index, opening a gap. As in the firmware the free slot above the top takes a copy, which
     * counts as alive once a Lua function's registers reach there.
     */
    public void insert(int index) {
        int at = slot(index);
        System.arraycopy(ref, at, ref, at + 1, top - at);
        System.arraycopy(num, at, num, at + 1, top - at);
        ref[at] = ref[top];
        num[at] = num[top];
    }

    /** Moves the top value over the one at an index. */
    public void replace(int index) {
        int at = slot(index);
        ref[at] = ref[top - 1];
        num[at] = num[top - 1];
        top--;
    }

    /** Moves the topmost values to another thread of the same machine. */
    public void moveTo(LuaState other, int count) {
        if (this == other) {
            return;
        }
        top -= count;
        System.arraycopy(ref, top, other.ref, other.top, count);
        System.arraycopy(num, top, other.num, other.top, count);
        other.top += count;
    }

    // ---- reading

    /** Whether there is no value at the index at all. */
    public boolean isNone(int index) {
        return index > 0 && base + index - 1 >= top;
    }

    public boolean isNoneOrNil(int index) {
        return isNone(index) || refAt(index) == null;
    }

    /** Reference of the value at an index; null for nil and for none. */
    public Object refAt(int index) {
        return isNone(index) ? null : ref[slot(index)];
    }

    /** Number of the value at an index, if it is one. */
    public double numAt(int index) {
        return num[slot(index)];
    }

    /** Lua's type name of the value at an index; "no value" where there is none. */
    public String typeName(int index) {
        return isNone(index) ? "no value" : Value.typeName(ref[slot(index)]);
    }

    public boolean toBoolean(int index) {
        return !Value.isFalse(refAt(index));
    }

    /** Whether the value is a number or a string that reads as one. */
    public boolean isNumber(int index) {
        return !isNone(index) && !NumberText.isFailure(Operations.toNumber(refAt(index), numAt(index)));
    }

    public boolean isString(int index) {
        Object value = refAt(index);
        return value instanceof LuaString || value == Value.NUMBER;
    }

    public boolean isTable(int index) {
        Object value = refAt(index);
        return value instanceof LuaTable || value instanceof RoTable;
    }

    public boolean isFunction(int index) {
        return Value.isFunction(refAt(index));
    }

    /** The value as a number, strings converted; 0 when it is none. */
    public double toNumber(int index) {
        if (isNone(index)) {
            return 0;
        }
        double number = Operations.toNumber(refAt(index), numAt(index));
        return NumberText.isFailure(number) ? 0 : number;
    }

    /** The value as a 32-bit integer, truncated. */
    public int toInteger(int index) {
        return (int) (long) toNumber(index);
    }

    /** The value as a string; a number is turned into one on the stack. Null when it is neither. */
    public LuaString toLuaString(int index) {
        if (isNone(index)) {
            return null;
        }
        if (ref[slot(index)] == Value.NUMBER) {
            Concatenation.stringify(this, slot(index));
            vm().collector().check();
        }
        return ref[slot(index)] instanceof LuaString string ? string : null;
    }

    /** The value's bytes, one a character; null when it is neither string nor number. */
    public String toJavaString(int index) {
        LuaString string = toLuaString(index);
        return string == null ? null : string.toString();
    }

    /** Length as {@code #} gives it, without metamethods; 0 for what has none. */
    public int length(int index) {
        Object value = refAt(index);
        if (value instanceof LuaTable table) {
            return table.length();
        } else if (value == Value.NUMBER) {
            return toLuaString(index).length();
        }
        return value instanceof LuaString string ? string.length() : 0;
    }

    /** Whether two values are the same, without metamethods. */
    public boolean rawEqual(int index1, int index2) {
        return !isNone(index1)
                && !isNone(index2)
                && Value.rawEquals(refAt(index1), numAt(index1), refAt(index2), numAt(index2));
    }

    /** Whether the first value is less than the second, as {@code <} says. */
    public boolean lessThan(int index1, int index2) {
        int slot1 = slot(index1);
        int slot2 = slot(index2);
        return Operations.lessThan(this, ref[slot1], num[slot1], ref[slot2], num[slot2]);
    }

    // ---- pushing

    /** Pushes any value. */
    public void pushValue(Object valueRef, double valueNum) {
        ref[top] = valueRef;
        num[top] = valueNum;
        top++;
    }

    public void pushNil() {
        pushValue(null, 0);
    }

    public void push(boolean value) {
        pushValue(value ? Boolean.TRUE : Boolean.FALSE, 0);
    }

    public void push(double value) {
        pushValue(Value.NUMBER, value);
    }

    /** Pushes a text, each character one byte. */
    public void push(String latin1) {
        byte[] text = latin1.getBytes(StandardCharsets.ISO_8859_1);
        push(text, 0, text.length);
    }

    /** Pushes a string of bytes. */
    public void push(byte[] text, int from, int length) {
        vm().collector().check();
        LuaString string = vm().strings().intern(text, from, length);
        pushValue(string, 0);
    }

    public void push(LightFunction function) {
        pushValue(function, 0);
    }

    /** Pushes a native function that takes the {@code upvalues} topmost values as its own. */
    public void pushClosure(NativeFunction code, int upvalues) {
        vm().collector().check();
        NativeClosure closure = new NativeClosure(vm(), code, upvalues, currentEnv());
        top -= upvalues;
        System.arraycopy(ref, top, closure.upvalueRef, 0, upvalues);
        System.arraycopy(num, top, closure.upvalueNum, 0, upvalues);
        pushValue(closure, 0);
    }

    private LuaTable currentEnv() {
        Object running = depth == 0 ? null : ref[ci.func];
        if (running instanceof LuaClosure closure) {
            return closure.env;
        }
        return running instanceof NativeClosure closure ? closure.env() : globals();
    }

    /** The running function, which has upvalues. */
    public NativeClosure runningClosure() {
        return (NativeClosure) ref[ci.func];
    }

    /**
     * Pushes a new table. As in the firmware, native code always makes two: a macro evaluates its argument twice. The
     * second is garbage at once, unless taking its blocks collected the first.
     */
    public LuaTable newTable(int arraySize, int hashSize) {
        vm().collector().check();
        LuaTable first = new LuaTable(this, arraySize, hashSize);
        LuaTable second = new LuaTable(this, arraySize, hashSize);
        LuaTable table = first.isReleased() ? second : first;
        pushValue(table, 0);
        return table;
    }

    /** Pushes a new userdata for an object of the host. */
    public Userdata newUserdata(int bytes, Object payload) {
        vm().collector().check();
        Userdata userdata = new Userdata(vm(), bytes, currentEnv());
        userdata.payload(payload);
        pushValue(userdata, 0);
        return userdata;
    }

    /** Pushes a message built as the firmware builds it, see {@link Messages#push}. */
    public LuaString pushMessage(String pattern, Object... arguments) {
        vm().collector().check();
        return Messages.push(this, pattern, arguments);
    }

    /** Joins the {@code count} topmost values as {@code ..} does. */
    public void concat(int count) {
        if (count >= 2) {
            vm().collector().check();
            Operations.concat(this, count, top - base - 1);
            top -= count - 1;
        } else if (count == 0) {
            LuaString empty = vm().strings().intern("");
            pushValue(empty, 0); // no step of the collector here
        }
    }

    // ---- tables

    /** Replaces the key on the top by the value under it, as {@code t[k]} gives it. */
    public void getTable(int index) {
        int at = slot(index);
        Operations.index(this, at, ref[at], ref[top - 1], num[top - 1], top - 1);
    }

    /** Pushes {@code t[name]}. */
    public void getField(int index, String name) {
        int at = slot(index);
        LuaString key = vm().strings().intern(name);
        ref[top] = null;
        Operations.index(this, at, ref[at], key, 0, top);
        top++;
    }

    /** Does {@code t[k] = v} with the key and the value on the top, and pops both. */
    public void setTable(int index) {
        int at = slot(index);
        Operations.setIndex(this, at, ref[at], ref[top - 2], num[top - 2], ref[top - 1], num[top - 1]);
        top -= 2;
    }

    /** Does {@code t[name] = v} with the value on the top, and pops it. */
    public void setField(int index, String name) {
        int at = slot(index);
        pushKey(name);
        Operations.setIndex(this, at, ref[at], ref[top - 1], 0, ref[top - 2], num[top - 2]);
        top -= 2;
    }

    /** Pushes a global variable. */
    public void getGlobal(String name) {
        LuaString key = vm().strings().intern(name);
        Operations.index(this, -1, globals(), key, 0, top);
        top++;
    }

    /** Sets a global variable to the value on the top, and pops it. */
    public void setGlobal(String name) {
        setField(globals(), name);
    }

    /** Pushes a value of the registry. */
    public void getRegistry(String name) {
        LuaString key = vm().strings().intern(name);
        Operations.index(this, -1, vm().registry(), key, 0, top);
        top++;
    }

    /** Enters the value on the top in the registry, and pops it. */
    public void setRegistry(String name) {
        setField(vm().registry(), name);
    }

    private void setField(LuaTable table, String name) {
        pushKey(name);
        Operations.setIndex(this, -1, table, ref[top - 1], 0, ref[top - 2], num[top - 2]);
        top -= 2;
    }

    /** Pushes a key, so that a collection while its entry is made leaves it alone. */
    private void pushKey(String name) {
        LuaString key = vm().strings().intern(name);
        pushValue(key, 0);
    }

    /** Replaces the key on the top by the value under it, without metamethods. */
    public void rawGet(int index) {
        Object table = refAt(index);
        int at = top - 1;
        if (table instanceof LuaTable rw) {
            int found = rw.find(ref[at], num[at]);
            num[at] = rw.num(found);
            ref[at] = rw.ref(found);
        } else {
            RoTable ro = (RoTable) table;
            int found = ref[at] instanceof LuaString name ? ro.find(name) : -1;
            num[at] = found < 0 ? 0 : ro.num(found);
            ref[at] = found < 0 ? null : ro.ref(found);
        }
    }

    /** Pushes {@code t[n]} without metamethods. */
    public void rawGet(int index, int n) {
        if (refAt(index) instanceof LuaTable table) {
            int found = table.findInt(n);
            pushValue(table.ref(found), table.num(found));
        } else {
            pushNil();
        }
    }

    /** Does {@code t[k] = v} with the key and the value on the top, without metamethods, and pops both. */
    public void rawSet(int index) {
        rawSet(writableTable(index));
    }

    /** Does {@code t[k] = v} with a table that does not lie on the stack. */
    public void rawSet(LuaTable table) {
        int found = table.find(ref[top - 2], num[top - 2]);
        if (found == LuaTable.NONE) {
            Operations.checkKey(this, ref[top - 2], num[top - 2]);
            fixStack(true);
            found = table.insert(vm(), ref[top - 2], num[top - 2]);
            fixStack(false);
        }
        table.set(vm(), found, ref[top - 1], num[top - 1]);
        top -= 2;
    }

    /** Does {@code t[n] = v} with the value on the top, without metamethods, and pops it. */
    public void rawSet(int index, int n) {
        LuaTable table = writableTable(index);
        fixStack(true);
        table.setInt(vm(), n, ref[top - 1], num[top - 1]);
        fixStack(false);
        top--;
    }

    private LuaTable writableTable(int index) {
        if (refAt(index) instanceof LuaTable table) {
            return table;
        }
        throw Errors.run(this, "table is readonly");
    }

    /** Replaces the key on the top by the next key and its value; at the end pops it and returns false. */
    public boolean next(int index) {
        Object table = refAt(index);
        int at = top - 1;
        if (table instanceof RoTable ro) {
            return nextReadOnly(ro, at);
        }
        LuaTable rw = (LuaTable) table;
        int position = rw.positionAfter(ref[at], num[at]);
        if (position < 0) {
            throw Errors.run(this, "invalid key to 'next'");
        }
        position = rw.next(position);
        if (position == 0) {
            top--;
            return false;
        }
        ref[at] = rw.keyRef(position);
        num[at] = rw.keyNum(position);
        int found = rw.slotBefore(position);
        pushValue(rw.ref(found), rw.num(found));
        return true;
    }

    private boolean nextReadOnly(RoTable table, int at) {
        int entry = 0;
        if (ref[at] instanceof LuaString key) {
            int found = table.find(key);
            entry = found < 0 ? table.size() : found + 1;
        }
        if (entry >= table.size()) {
            top--;
            return false;
        }
        byte[] name = table.key(entry);
        LuaString key = vm().strings().intern(name);
        ref[at] = key;
        pushValue(table.ref(entry), table.num(entry));
        return true;
    }

    /** Pushes the value's metatable; false, and nothing pushed, when it has none. */
    public boolean getMetatable(int index) {
        Object metatable = isNone(index) ? null : vm().metatableOf(refAt(index));
        if (metatable != null) {
            pushValue(metatable, 0);
        }
        return metatable != null;
    }

    /** Gives the value at an index the metatable on the top, or none for nil, and pops it. */
    public void setMetatable(int index) {
        Object metatable = ref[top - 1];
        Object value = refAt(index);
        if (value instanceof LuaTable table) {
            table.metatable(vm(), metatable);
        } else if (value instanceof Userdata userdata) {
            userdata.metatable(vm(), metatable);
        } else {
            vm().typeMetatable(Value.type(value), metatable);
        }
        top--;
    }

    // ---- calling

    /** Calls the function below its {@code arguments} topmost values; they give way to the results. */
    public void call(int arguments, int results) {
        Calls.call(this, top - arguments - 1, results);
        if (results == ALL && top >= ci.top) {
            ci.top = top;
        }
    }

    /**
     * Calls like {@link #call}, but keeps errors: the error value gives way to the results then.
     *
     * @param handler index of a function that is given the error value first, 0 for none
     * @return {@link Status#OK} or an error's status
     */
    public int protectedCall(int arguments, int results, int handler) {
        int func = top - arguments - 1;
        int handlerSlot = handler == 0 ? 0 : slot(handler);
        int status = Calls.protect(this, () -> Calls.call(this, func, results), func, handlerSlot);
        if (results == ALL && top >= ci.top) {
            ci.top = top;
        }
        return status;
    }

    /** Runs native code that may fail; after an error only its value is left above the present top. */
    public int protectedRun(Runnable body) {
        return Calls.protect(this, body, top, 0);
    }

    /**
     * Compiles a chunk or loads a precompiled one and pushes it as a function; after an error its text.
     *
     * @param chunkName what messages call it: {@code @file}, {@code =name} or the source itself
     * @return {@link Status#OK} or an error's status
     */
    public int load(ChunkReader reader, String chunkName) {
        return Calls.protect(this, () -> Loader.load(this, reader, chunkName), top, errorHandler);
    }

    /** Raises the value on the top. */
    public LuaError error() {
        throw Errors.raise(this);
    }

    /** Raises a message with the position of the function that called the running one. */
    public LuaError error(String pattern, Object... arguments) {
        pushWhere(1);
        pushMessage(pattern, arguments);
        concat(2);
        throw Errors.raise(this);
    }

    /** Raises a message with the running function's own position, as the machine's own errors have it. */
    public LuaError runError(String pattern, Object... arguments) {
        throw Errors.run(this, pattern, arguments);
    }

    /** Pushes "chunk:line: " of a level of call: 0 runs, 1 called it. */
    public void pushWhere(int level) {
        Errors.pushWhere(this, level);
    }

    /** Starts or continues another thread with the {@code arguments} topmost values of its stack. */
    public int resume(LuaState thread, int arguments) {
        thread.nativeCalls = nativeCalls;
        return Calls.resume(thread, arguments);
    }

    /** Suspends this thread, handing out its {@code results} topmost values; return what this returns. */
    public int suspend(int results) {
        return Calls.suspend(this, results);
    }

    // ---- references

    /** Pops a value and keeps it in the registry; the number brings it back with {@link #pushReference}. */
    public int reference() {
        return References.take(this);
    }

    /** Pushes a kept value. */
    public void pushReference(int reference) {
        LuaTable registry = vm().registry();
        int found = registry.findInt(reference);
        pushValue(registry.ref(found), registry.num(found));
    }

    /** Lets go of a kept value. */
    public void release(int reference) {
        References.release(this, reference);
    }
}
