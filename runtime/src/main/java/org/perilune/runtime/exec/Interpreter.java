package org.perilune.runtime.exec;

import org.perilune.runtime.compile.Instruction;
import org.perilune.runtime.value.CallInfo;
import org.perilune.runtime.value.LuaClosure;
import org.perilune.runtime.value.LuaString;
import org.perilune.runtime.value.LuaTable;
import org.perilune.runtime.value.LuaVm;
import org.perilune.runtime.value.Metamethod;
import org.perilune.runtime.value.Proto;
import org.perilune.runtime.value.UpVal;
import org.perilune.runtime.value.Value;

/**
 * The register machine. One loop runs Lua functions calling Lua functions; only native functions and metamethods recurse
 * on the host. Common cases are handled in place; all else goes to {@link Operations}. The loop must stay below 8000
 * bytes of bytecode, or the host's compiler leaves it alone.
 *
 * <p>Whatever may take heap may move the stack: {@code ref} and {@code num} are fetched anew after it. Code and
 * constants are fetched through the prototype at each entry to a function and after each return to it.
 */
final class Interpreter {
    private static final int CONSTANT = Instruction.CONSTANT_BIT;
    private static final int OPERAND = 0x1ff;

    private Interpreter() {}

    /**
     * Runs the function on top of the call stack.
     *
     * @param levels levels of call to leave before returning; a yield returns earlier
     */
    static void execute(LuaState lua, int levels) {
        int left = levels;
        do {
            int change = run(lua, left);
            if (change == YIELDED) {
                return;
            }
            left = change;
        } while (left > 0);
    }

    private static final int YIELDED = -1;

    /** Runs until {@code levels} levels have been left; returns 0 then, or {@link #YIELDED}. */
    private static int run(LuaState lua, int levels) {
        LuaVm vm = lua.vm();
        int left = levels;
        reentry:
        while (true) {
            CallInfo ci = lua.ci;
            Object[] ref = lua.ref;
            double[] num = lua.num;
            LuaClosure closure = (LuaClosure) ref[ci.func];
            int base = ci.base;
            int pc = lua.savedPc;
            Proto proto = closure.proto;
            int[] code = proto.code;
            Object[] constRef = proto.constRef;
            double[] constNum = proto.constNum;
            while (true) {
                int i = code[pc++];
                int a = base + (i >>> 6 & 0xff);
                switch (i & 0x3f) {
                    case Instruction.MOVE -> {
                        int b = base + (i >>> 23);
                        ref[a] = ref[b];
                        num[a] = num[b];
                    }
                    case Instruction.LOADK -> {
                        int k = i >>> 14;
                        ref[a] = constRef[k];
                        num[a] = constNum[k];
                    }
                    case Instruction.LOADBOOL -> {
                        ref[a] = i >>> 23 != 0 ? Boolean.TRUE : Boolean.FALSE;
                        if ((i >>> 14 & OPERAND) != 0) {
                            pc++;
                        }
                    }
                    case Instruction.LOADNIL -> {
                        for (int b = base + (i >>> 23); b >= a; b--) {
                            ref[b] = null;
                        }
                    }
                    case Instruction.GETUPVAL -> {
                        UpVal upval = closure.upvals[i >>> 23];
                        ref[a] = upval.ref();
                        num[a] = upval.num();
                    }
                    case Instruction.GETGLOBAL -> {
                        LuaTable globals = closure.env;
                        LuaString name = (LuaString) constRef[i >>> 14];
                        int slot = globals.findString(name);
                        Object value = globals.ref(slot);
                        if (value != null) {
                            ref[a] = value;
                            num[a] = globals.num(slot);
                        } else {
                            lua.savedPc = pc;
                            Operations.index(lua, -1, globals, name, 0, a);
                            continue reentry;
                        }
                    }
                    case Instruction.GETTABLE -> {
                        int b = base + (i >>> 23);
                        int c = i >>> 14 & OPERAND;
                        Object keyRef = c >= CONSTANT ? constRef[c - CONSTANT] : ref[base + c];
                        double keyNum = c >= CONSTANT ? constNum[c - CONSTANT] : num[base + c];
                        if (ref[b] instanceof LuaTable table) {
                            int slot = table.find(keyRef, keyNum);
                            Object value = table.ref(slot);
                            if (value != null) {
                                ref[a] = value;
                                num[a] = table.num(slot);
                                continue;
                            }
                        }
                        lua.savedPc = pc;
                        Operations.index(lua, b, ref[b], keyRef, keyNum, a);
                        continue reentry;
                    }
                    case Instruction.SETGLOBAL -> {
                        LuaTable globals = closure.env;
                        LuaString name = (LuaString) constRef[i >>> 14];
                        int slot = globals.findString(name);
                        if (globals.ref(slot) != null) {
                            ref[lua.top] = null; // the slot that Operations.setIndex takes: what lay there is dead
                            globals.set(vm, slot, ref[a], num[a]);
                        } else {
                            lua.savedPc = pc;
                            Operations.setIndex(lua, -1, globals, name, 0, ref[a], num[a]);
                            continue reentry;
                        }
                    }
                    case Instruction.SETUPVAL -> closure.upvals[i >>> 23].set(vm, ref[a], num[a]);
                    case Instruction.SETTABLE -> {
                        int b = i >>> 23;
                        int c = i >>> 14 & OPERAND;
                        Object keyRef = b >= CONSTANT ? constRef[b - CONSTANT] : ref[base + b];
                        double keyNum = b >= CONSTANT ? constNum[b - CONSTANT] : num[base + b];
                        Object valueRef = c >= CONSTANT ? constRef[c - CONSTANT] : ref[base + c];
                        double valueNum = c >= CONSTANT ? constNum[c - CONSTANT] : num[base + c];
                        if (ref[a] instanceof LuaTable table) {
                            int slot = table.find(keyRef, keyNum);
                            if (table.ref(slot) != null) {
                                ref[lua.top] = null; // as for SETGLOBAL
                                table.set(vm, slot, valueRef, valueNum);
                                continue;
                            }
                        }
                        lua.savedPc = pc;
                        Operations.setIndex(lua, a, ref[a], keyRef, keyNum, valueRef, valueNum);
                        continue reentry;
                    }
                    case Instruction.NEWTABLE -> {
                        lua.savedPc = pc;
                        newTable(lua, a, i >>> 23, i >>> 14 & OPERAND);
                        continue reentry;
                    }
                    case Instruction.SELF -> {
                        int b = base + (i >>> 23);
                        int c = i >>> 14 & OPERAND;
                        Object keyRef = c >= CONSTANT ? constRef[c - CONSTANT] : ref[base + c];
                        double keyNum = c >= CONSTANT ? constNum[c - CONSTANT] : num[base + c];
                        Object object = ref[b];
                        ref[a + 1] = object;
                        num[a + 1] = num[b];
                        if (object instanceof LuaTable table) {
                            int slot = table.find(keyRef, keyNum);
                            Object value = table.ref(slot);
                            if (value != null) {
                                ref[a] = value;
                                num[a] = table.num(slot);
                                continue;
                            }
                        }
                        lua.savedPc = pc;
                        Operations.index(lua, b, object, keyRef, keyNum, a);
                        continue reentry;
                    }
                    case Instruction.ADD -> {
                        int b = i >>> 23;
                        int c = i >>> 14 & OPERAND;
                        if ((b >= CONSTANT ? constRef[b - CONSTANT] : ref[base + b]) == Value.NUMBER
                                && (c >= CONSTANT ? constRef[c - CONSTANT] : ref[base + c]) == Value.NUMBER) {
                            double x = b >= CONSTANT ? constNum[b - CONSTANT] : num[base + b];
                            double y = c >= CONSTANT ? constNum[c - CONSTANT] : num[base + c];
                            double result = x + y;
                            num[a] = Double.isNaN(result) ? Operations.sign(x, y, result) : result;
                            if (ref[a] != Value.NUMBER) {
                                ref[a] = Value.NUMBER;
                            }
                        } else {
                            arithmetic(lua, pc, i, Metamethod.ADD);
                            continue reentry;
                        }
                    }
                    case Instruction.SUB -> {
                        int b = i >>> 23;
                        int c = i >>> 14 & OPERAND;
                        if ((b >= CONSTANT ? constRef[b - CONSTANT] : ref[base + b]) == Value.NUMBER
                                && (c >= CONSTANT ? constRef[c - CONSTANT] : ref[base + c]) == Value.NUMBER) {
                            double x = b >= CONSTANT ? constNum[b - CONSTANT] : num[base + b];
                            double y = c >= CONSTANT ? constNum[c - CONSTANT] : num[base + c];
                            double result = x - y;
                            num[a] = Double.isNaN(result) ? Operations.sign(x, y, result) : result;
                            if (ref[a] != Value.NUMBER) {
                                ref[a] = Value.NUMBER;
                            }
                        } else {
                            arithmetic(lua, pc, i, Metamethod.SUB);
                            continue reentry;
                        }
                    }
                    case Instruction.MUL -> {
                        int b = i >>> 23;
                        int c = i >>> 14 & OPERAND;
                        if ((b >= CONSTANT ? constRef[b - CONSTANT] : ref[base + b]) == Value.NUMBER
                                && (c >= CONSTANT ? constRef[c - CONSTANT] : ref[base + c]) == Value.NUMBER) {
                            double x = b >= CONSTANT ? constNum[b - CONSTANT] : num[base + b];
                            double y = c >= CONSTANT ? constNum[c - CONSTANT] : num[base + c];
                            double result = x * y;
                            num[a] = Double.isNaN(result) ? Operations.sign(x, y, result) : result;
                            if (ref[a] != Value.NUMBER) {
                                ref[a] = Value.NUMBER;
                            }
                        } else {
                            arithmetic(lua, pc, i, Metamethod.MUL);
                            continue reentry;
                        }
                    }
                    case Instruction.DIV -> {
                        int b = i >>> 23;
                        int c = i >>> 14 & OPERAND;
                        if ((b >= CONSTANT ? constRef[b - CONSTANT] : ref[base + b]) == Value.NUMBER
                                && (c >= CONSTANT ? constRef[c - CONSTANT] : ref[base + c]) == Value.NUMBER) {
                            double x = b >= CONSTANT ? constNum[b - CONSTANT] : num[base + b];
                            double y = c >= CONSTANT ? constNum[c - CONSTANT] : num[base + c];
                            double result = x / y;
                            num[a] = Double.isNaN(result) ? Operations.sign(x, y, result) : result;
                            if (ref[a] != Value.NUMBER) {
                                ref[a] = Value.NUMBER;
                            }
                        } else {
                            arithmetic(lua, pc, i, Metamethod.DIV);
                            continue reentry;
                        }
                    }
                    case Instruction.MOD -> {
                        int b = i >>> 23;
                        int c = i >>> 14 & OPERAND;
                        if ((b >= CONSTANT ? constRef[b - CONSTANT] : ref[base + b]) == Value.NUMBER
                                && (c >= CONSTANT ? constRef[c - CONSTANT] : ref[base + c]) == Value.NUMBER) {
                            double x = b >= CONSTANT ? constNum[b - CONSTANT] : num[base + b];
                            double y = c >= CONSTANT ? constNum[c - CONSTANT] : num[base + c];
                            num[a] = Operations.modulo(x, y);
                            if (ref[a] != Value.NUMBER) {
                                ref[a] = Value.NUMBER;
                            }
                        } else {
                            arithmetic(lua, pc, i, Metamethod.MOD);
                            continue reentry;
                        }
                    }
                    case Instruction.POW -> {
                        arithmetic(lua, pc, i, Metamethod.POW);
                        continue reentry;
                    }
                    case Instruction.UNM -> {
                        int b = base + (i >>> 23);
                        if (ref[b] == Value.NUMBER) {
                            num[a] = -num[b];
                            ref[a] = Value.NUMBER;
                        } else {
                            lua.savedPc = pc;
                            Object operand = ref[b];
                            Operations.arithmetic(lua, Metamethod.UNM, b, operand, num[b], b, operand, num[b], a);
                            continue reentry;
                        }
                    }
                    case Instruction.NOT ->
                        ref[a] = Value.isFalse(ref[base + (i >>> 23)]) ? Boolean.TRUE : Boolean.FALSE;
                    case Instruction.LEN -> {
                        int b = base + (i >>> 23);
                        if (ref[b] instanceof LuaTable table) {
                            num[a] = table.length();
                            ref[a] = Value.NUMBER;
                        } else {
                            lua.savedPc = pc;
                            Operations.length(lua, b, a);
                            continue reentry;
                        }
                    }
                    case Instruction.CONCAT -> {
                        lua.savedPc = pc;
                        int b = i >>> 23;
                        int c = i >>> 14 & OPERAND;
                        Operations.concat(lua, c - b + 1, c);
                        vm.collector().check();
                        lua.ref[a] = lua.ref[base + b];
                        lua.num[a] = lua.num[base + b];
                        continue reentry;
                    }
                    case Instruction.JMP -> pc = jump(vm, pc, i);
                    case Instruction.EQ -> {
                        int b = i >>> 23;
                        int c = i >>> 14 & OPERAND;
                        Object ref1 = b >= CONSTANT ? constRef[b - CONSTANT] : ref[base + b];
                        Object ref2 = c >= CONSTANT ? constRef[c - CONSTANT] : ref[base + c];
                        double num1 = b >= CONSTANT ? constNum[b - CONSTANT] : num[base + b];
                        double num2 = c >= CONSTANT ? constNum[c - CONSTANT] : num[base + c];
                        boolean equal;
                        if (ref1 == Value.NUMBER) {
                            equal = ref2 == Value.NUMBER && num1 == num2;
                        } else if (ref1 == ref2) {
                            equal = true;
                        } else if (ref1 == null || ref2 == null) {
                            equal = false;
                        } else {
                            lua.savedPc = pc;
                            boolean holds = Operations.equal(lua, ref1, num1, ref2, num2);
                            lua.savedPc = afterTest(vm, code, pc, holds == ((i >>> 6 & 0xff) != 0));
                            continue reentry;
                        }
                        pc = afterTest(vm, code, pc, equal == ((i >>> 6 & 0xff) != 0));
                    }
                    case Instruction.LT -> {
                        int b = i >>> 23;
                        int c = i >>> 14 & OPERAND;
                        Object ref1 = b >= CONSTANT ? constRef[b - CONSTANT] : ref[base + b];
                        Object ref2 = c >= CONSTANT ? constRef[c - CONSTANT] : ref[base + c];
                        double num1 = b >= CONSTANT ? constNum[b - CONSTANT] : num[base + b];
                        double num2 = c >= CONSTANT ? constNum[c - CONSTANT] : num[base + c];
                        boolean less;
                        if (ref1 == Value.NUMBER && ref2 == Value.NUMBER) {
                            less = num1 < num2;
                        } else {
                            lua.savedPc = pc;
                            boolean holds = Operations.lessThan(lua, ref1, num1, ref2, num2);
                            lua.savedPc = afterTest(vm, code, pc, holds == ((i >>> 6 & 0xff) != 0));
                            continue reentry;
                        }
                        pc = afterTest(vm, code, pc, less == ((i >>> 6 & 0xff) != 0));
                    }
                    case Instruction.LE -> {
                        int b = i >>> 23;
                        int c = i >>> 14 & OPERAND;
                        Object ref1 = b >= CONSTANT ? constRef[b - CONSTANT] : ref[base + b];
                        Object ref2 = c >= CONSTANT ? constRef[c - CONSTANT] : ref[base + c];
                        double num1 = b >= CONSTANT ? constNum[b - CONSTANT] : num[base + b];
                        double num2 = c >= CONSTANT ? constNum[c - CONSTANT] : num[base + c];
                        boolean less;
                        if (ref1 == Value.NUMBER && ref2 == Value.NUMBER) {
                            less = num1 <= num2;
                        } else {
                            lua.savedPc = pc;
                            boolean holds = Operations.lessEqual(lua, ref1, num1, ref2, num2);
                            lua.savedPc = afterTest(vm, code, pc, holds == ((i >>> 6 & 0xff) != 0));
                            continue reentry;
                        }
                        pc = afterTest(vm, code, pc, less == ((i >>> 6 & 0xff) != 0));
                    }
                    case Instruction.TEST -> {
                        pc = afterTest(vm, code, pc, Value.isFalse(ref[a]) != ((i >>> 14 & OPERAND) != 0));
                    }
                    case Instruction.TESTSET -> {
                        int b = base + (i >>> 23);
                        if (Value.isFalse(ref[b]) != ((i >>> 14 & OPERAND) != 0)) {
                            ref[a] = ref[b];
                            num[a] = num[b];
                            pc = jump(vm, pc, code[pc]);
                        }
                        pc++;
                    }
                    case Instruction.CALL -> {
                        int b = i >>> 23;
                        if (b != 0) {
                            lua.top = a + b;
                        }
                        lua.savedPc = pc;
                        int results = (i >>> 14 & OPERAND) - 1;
                        if (ref[a] instanceof LuaClosure callee) {
                            vm.work();
                            ci.pc = pc;
                            Calls.enterLua(lua, callee, a, results);
                            left++;
                            continue reentry;
                        }
                        int kind = Calls.enter(lua, a, results);
                        if (kind == Calls.LUA) {
                            left++;
                        } else if (kind == Calls.YIELD) {
                            return YIELDED;
                        } else if (results >= 0) {
                            lua.top = lua.ci.top;
                        }
                        continue reentry;
                    }
                    case Instruction.TAILCALL -> {
                        int b = i >>> 23;
                        if (b != 0) {
                            lua.top = a + b;
                        }
                        lua.savedPc = pc;
                        int kind = Calls.enter(lua, a, Calls.ALL);
                        if (kind == Calls.YIELD) {
                            return YIELDED;
                        } else if (kind == Calls.LUA) {
                            replaceCaller(lua);
                        }
                        continue reentry;
                    }
                    case Instruction.RETURN -> {
                        int b = i >>> 23;
                        if (b != 0) {
                            lua.top = a + b - 1;
                        }
                        if (lua.hasOpenUpvals()) {
                            lua.closeUpvals(base);
                        }
                        boolean fixed = Calls.leave(lua, a);
                        left--;
                        if (left == 0) {
                            return 0;
                        }
                        if (fixed) {
                            lua.top = lua.ci.top;
                        }
                        continue reentry;
                    }
                    case Instruction.FORLOOP -> {
                        double step = num[a + 2];
                        double index = num[a] + step;
                        double limit = num[a + 1];
                        if (step > 0 ? index <= limit : limit <= index) {
                            vm.work();
                            pc += (i >>> 14) - Instruction.MAX_SBX;
                            num[a] = index;
                            num[a + 3] = index;
                            if (ref[a + 3] != Value.NUMBER) {
                                ref[a + 3] = Value.NUMBER;
                            }
                        }
                    }
                    case Instruction.FORPREP -> {
                        lua.savedPc = pc;
                        prepareLoop(lua, a);
                        pc = jump(vm, pc, i);
                    }
                    case Instruction.TFORLOOP -> {
                        lua.savedPc = pc;
                        boolean more = callIterator(lua, a, i >>> 14 & OPERAND);
                        lua.savedPc = afterTest(vm, code, pc, more);
                        continue reentry;
                    }
                    case Instruction.SETLIST -> {
                        int batch = i >>> 14 & OPERAND;
                        if (batch == 0) {
                            batch = code[pc++];
                        }
                        lua.savedPc = pc;
                        setList(lua, a, i >>> 23, batch);
                        continue reentry;
                    }
                    case Instruction.CLOSE -> lua.closeUpvals(a);
                    case Instruction.CLOSURE -> {
                        lua.savedPc = pc;
                        lua.savedPc = makeClosure(lua, closure, a, i >>> 14, pc);
                        continue reentry;
                    }
                    case Instruction.VARARG -> {
                        lua.savedPc = pc;
                        spreadVarargs(lua, proto, a, (i >>> 23) - 1);
                        continue reentry;
                    }
                    default -> throw new IllegalStateException("opcode " + (i & 0x3f));
                }
            }
        }
    }

    /** Where a test at {@code pc - 1} leads: to the jump behind it when it {@code holds}, else past that jump. */
    private static int afterTest(LuaVm vm, int[] code, int pc, boolean holds) {
        return holds ? jump(vm, pc, code[pc]) + 1 : pc + 1;
    }

    /** Where a jump at {@code pc - 1} or behind a test leads. Jumping back, as loops do, counts as work. */
    private static int jump(LuaVm vm, int pc, int jump) {
        int to = pc + (jump >>> 14) - Instruction.MAX_SBX;
        if (to < pc) {
            vm.work();
        }
        return to;
    }

    private static void arithmetic(LuaState lua, int pc, int i, Metamethod op) {
        lua.savedPc = pc;
        Proto proto = ((LuaClosure) lua.ref[lua.ci.func]).proto;
        int b = i >>> 23;
        int c = i >>> 14 & OPERAND;
        int slot1 = b >= CONSTANT ? -1 : lua.base + b;
        int slot2 = c >= CONSTANT ? -1 : lua.base + c;
        Object ref1 = b >= CONSTANT ? proto.constRef[b - CONSTANT] : lua.ref[slot1];
        Object ref2 = c >= CONSTANT ? proto.constRef[c - CONSTANT] : lua.ref[slot2];
        double num1 = b >= CONSTANT ? proto.constNum[b - CONSTANT] : lua.num[slot1];
        double num2 = c >= CONSTANT ? proto.constNum[c - CONSTANT] : lua.num[slot2];
        int to = lua.base + (i >>> 6 & 0xff);
        Operations.arithmetic(lua, op, slot1, ref1, num1, slot2, ref2, num2, to);
    }

    private static void newTable(LuaState lua, int a, int arraySize, int hashSize) {
        LuaTable table = new LuaTable(lua, unpackSize(arraySize), unpackSize(hashSize));
        lua.ref[a] = table;
        lua.vm().collector().check();
    }

    /** A size as NEWTABLE carries it: three bits of mantissa behind an exponent. */
    private static int unpackSize(int packed) {
        int exponent = packed >>> 3 & 31;
        return exponent == 0 ? packed : (packed & 7) + 8 << exponent - 1;
    }

    /** Lets the function just entered take the frame of the one that called it. */
    private static void replaceCaller(LuaState lua) {
        CallInfo entered = lua.ci;
        int enteredFunc = entered.func;
        int enteredBase = entered.base;
        lua.popCall();
        CallInfo ci = lua.ci;
        if (lua.hasOpenUpvals()) {
            lua.closeUpvals(ci.base);
        }
        int shift = enteredFunc - ci.func;
        ci.base = enteredBase - shift;
        lua.base = ci.base;
        int count = lua.top - enteredFunc;
        System.arraycopy(lua.ref, enteredFunc, lua.ref, ci.func, count);
        System.arraycopy(lua.num, enteredFunc, lua.num, ci.func, count);
        lua.top = ci.func + count;
        ci.top = lua.top;
        ci.pc = lua.savedPc;
        ci.tailCalls++;
    }

    private static void prepareLoop(LuaState lua, int a) {
        loopNumber(lua, a, "'for' initial value must be a number");
        loopNumber(lua, a + 1, "'for' limit must be a number");
        loopNumber(lua, a + 2, "'for' step must be a number");
        lua.num[a] = lua.num[a] - lua.num[a + 2];
    }

    private static void loopNumber(LuaState lua, int slot, String complaint) {
        double number = Operations.toNumber(lua.ref[slot], lua.num[slot]);
        if (org.perilune.runtime.value.NumberText.isFailure(number)) {
            throw Errors.run(lua, complaint);
        }
        lua.ref[slot] = Value.NUMBER;
        lua.num[slot] = number;
    }

    /** Calls the iterator; what it gave first, unless that is nil, is the control variable of the next turn. */
    private static boolean callIterator(LuaState lua, int a, int results) {
        int call = a + 3;
        System.arraycopy(lua.ref, a, lua.ref, call, 3);
        System.arraycopy(lua.num, a, lua.num, call, 3);
        lua.top = call + 3;
        Calls.call(lua, call, results);
        lua.top = lua.ci.top;
        if (lua.ref[call] == null) {
            return false;
        }
        lua.ref[a + 2] = lua.ref[call];
        lua.num[a + 2] = lua.num[call];
        return true;
    }

    private static void setList(LuaState lua, int a, int count, int batch) {
        LuaVm vm = lua.vm();
        lua.fixStack(true);
        int values = count == 0 ? lua.top - a - 1 : count;
        if (!(lua.ref[a] instanceof LuaTable table)) { // only in bytecode that no compiler made
            lua.top = lua.ci.top;
            lua.fixStack(false);
            return;
        }
        int last = (batch - 1) * Instruction.FIELDS_PER_FLUSH + values;
        if (last > table.arraySize()) {
            table.resizeArrayPart(vm, last);
        }
        for (; values > 0; values--) {
            table.setInt(vm, last--, lua.ref[a + values], lua.num[a + values]);
        }
        lua.top = lua.ci.top;
        lua.fixStack(false);
    }

    /** Makes a closure; the instructions after it say where its upvalues come from. Returns the next instruction. */
    private static int makeClosure(LuaState lua, LuaClosure outer, int a, int index, int pc) {
        LuaVm vm = lua.vm();
        Proto proto = outer.proto.protos[index];
        int[] code = outer.proto.code;
        int upvalues = proto.upvalues;
        lua.fixStack(true);
        LuaClosure closure = new LuaClosure(vm, upvalues, outer.env);
        lua.ref[a] = closure;
        closure.proto = proto;
        for (int j = 0; j < upvalues; j++) {
            int source = code[pc + j];
            closure.upvals[j] = Instruction.opcode(source) == Instruction.GETUPVAL
                    ? outer.upvals[source >>> 23]
                    : lua.findUpval(lua.base + (source >>> 23));
        }
        lua.fixStack(false);
        vm.collector().check();
        return pc + upvalues;
    }

    private static void spreadVarargs(LuaState lua, Proto proto, int a, int wanted) {
        CallInfo ci = lua.ci;
        int extra = ci.base - ci.func - proto.parameters - 1;
        int count = wanted;
        if (wanted == Calls.ALL) {
            lua.ensureStack(extra);
            count = extra;
            lua.top = a + extra;
        }
        for (int j = 0; j < count; j++) {
            if (j < extra) {
                lua.ref[a + j] = lua.ref[ci.base - extra + j];
                lua.num[a + j] = lua.num[ci.base - extra + j];
            } else {
                lua.ref[a + j] = null;
            }
        }
    }
}
