package org.perilune.board;

import java.nio.charset.StandardCharsets;
import org.perilune.runtime.compile.ChunkReader;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.NativeFunction;
import org.perilune.runtime.exec.References;
import org.perilune.runtime.exec.Status;
import org.perilune.runtime.value.LightFunction;
import org.perilune.runtime.value.LuaString;

/**
 * Runs lines of Lua as they come in. Lines lie in a pipe, and each is run by a task of its own, so the program's other
 * tasks may come between them.
 */
final class Prompt {
    /** Registry key of the pipe with the lines. */
    static final String PIPE = "stdin";

    private static final String FIRST = "> ";
    private static final String CONTINUED = ">> ";
    private static final String INCOMPLETE = "'<eof>'";
    private static final LightFunction READER = new LightFunction("board.stdin", (NativeFunction) Prompt::readPipe);
    private static final LightFunction MESSAGE_HANDLER =
            new LightFunction("board.traceback", (NativeFunction) Prompt::traceback);

    private final PowerCycle cycle;
    /** Reference to the lines of an incomplete statement. */
    private int incompleteLines = References.NONE;

    private String text = FIRST;
    /** The pipe's function, which is also the task that calls the reader. */
    private Object task;
    /** How often a prompt was printed. */
    private int shown;

    Prompt(PowerCycle cycle) {
        this.cycle = cycle;
    }

    int shown() {
        return shown;
    }

    /** Prints the last prompt again, on the serial line only. */
    void repeat() {
        if (cycle.board().config().prompt()) {
            cycle.uart().print(text);
        }
        shown++;
    }

    /** Makes the pipe. */
    void open(LuaState lua) {
        lua.push(PIPE);
        lua.getGlobal("pipe");
        lua.getField(-1, "create");
        lua.remove(-2);
        lua.push(READER);
        lua.push(TaskQueue.LOW);
        lua.call(2, 1);
        lua.rawGet(-1, 1);
        task = lua.refAt(-1);
        lua.pop(1);
        lua.pushValue(lua.vm().registry(), 0);
        lua.insert(-3);
        lua.rawSet(-3);
        lua.pop(1);
        text = promptText(lua, true);
    }

    /** Whether a function is the task that runs the lines, which is the board's own up to the line itself. */
    boolean isTask(Object function) {
        return function == task;
    }

    /** Puts text into the pipe; complete lines of it will be run. */
    void input(byte[] bytes) {
        LuaState lua = cycle.lua();
        Registry.push(lua, PIPE);
        lua.rawGet(-1, 1);
        lua.insert(-2);
        lua.push(bytes, 0, bytes.length);
        lua.call(2, 0);
    }

    /** The pipe's reader: takes one line out and runs it. Returns false when there is none, so it is not called again. */
    private static int readPipe(LuaState lua) {
        lua.setTop(1);
        lua.getField(1, "read");
        lua.pushCopy(1);
        lua.push("\n+");
        lua.call(2, 1);
        LuaString line = lua.toLuaString(2);
        lua.push(false);
        if (line == null || line.length() == 0) {
            return 1;
        }
        if (line.bytes()[line.length() - 1] != '\n') {
            lua.insert(1);
            lua.getField(2, "unread");
            lua.insert(2);
            lua.call(2, 0);
            return 1;
        }
        lua.pop(1);
        lua.push(line.bytes(), 0, line.length() - 1);
        lua.remove(2);
        Board.of(lua).cycle().prompt().run(lua);
        return 0;
    }

    /** Runs the line on the stack's top, together with those that were incomplete before, and prints the next prompt. */
    private void run(LuaState lua) {
        boolean continued = incompleteLines != References.NONE;
        if (continued) {
            lua.pushReference(incompleteLines);
            lua.push("\n");
            lua.pushCopy(-3);
            lua.concat(3);
            lua.remove(-2);
        } else if (lua.toJavaString(-1).startsWith("=")) {
            lua.pushMessage("return %s", lua.toJavaString(-1).substring(1));
            lua.remove(-2);
        }
        int status = lua.load(once(lua.toLuaString(-1).bytes()), "=stdin");
        if (isIncomplete(lua, status)) {
            keepIncomplete(lua);
        } else {
            lua.remove(-2);
            if (continued) {
                lua.release(incompleteLines);
                incompleteLines = References.NONE;
            }
            if (status == Status.OK) {
                status = callPrinting(lua, 0);
            }
            if (status != Status.OK && lua.refAt(-1) != null) {
                lua.push("Lua error: ");
                lua.insert(-2);
            }
            print(lua, lua.argCount() - 1);
        }
        text = promptText(lua, incompleteLines == References.NONE);
        if (cycle.board().config().prompt()) {
            byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            cycle.output().write(bytes, 0, bytes.length);
        }
        shown++;
    }

    private void keepIncomplete(LuaState lua) {
        if (incompleteLines == References.NONE) {
            incompleteLines = lua.reference();
        } else {
            lua.pushValue(lua.vm().registry(), 0);
            lua.insert(-2);
            lua.rawSet(-2, incompleteLines);
            lua.pop(1);
        }
    }

    /** Whether compiling failed only because the text ended; pops the message then. */
    private static boolean isIncomplete(LuaState lua, int status) {
        if (status == Status.SYNTAX_ERROR && lua.toJavaString(-1).endsWith(INCOMPLETE)) {
            lua.pop(1);
            return true;
        }
        return false;
    }

    private static String promptText(LuaState lua, boolean first) {
        lua.getGlobal(first ? "_PROMPT" : "_PROMPT2");
        String own = lua.toJavaString(-1);
        lua.pop(1);
        if (own != null) {
            return own;
        }
        return first ? FIRST : CONTINUED;
    }

    /** Calls the function under its arguments; leaves its results, or an error's traceback. */
    static int callPrinting(LuaState lua, int arguments) {
        int function = lua.argCount() - arguments;
        lua.push(MESSAGE_HANDLER);
        lua.insert(function);
        Interrupts interrupts = Board.of(lua).cycle().interrupts();
        boolean before = interrupts.enter(true);
        int status = lua.protectedCall(arguments, LuaState.ALL, function);
        interrupts.back(before);
        lua.remove(function);
        if (status != Status.OK) {
            lua.vm().collector().fullCollect();
        }
        return status;
    }

    private static int traceback(LuaState lua) {
        Traceback.of(lua);
        return 1;
    }

    /** Prints the topmost values with the program's own {@code print}. */
    static void print(LuaState lua, int count) {
        if (count <= 0) {
            return;
        }
        lua.checkStack(LuaState.MIN_STACK, "too many results to print");
        lua.getGlobal("print");
        lua.insert(-count - 1);
        Interrupts interrupts = Board.of(lua).cycle().interrupts();
        boolean before = interrupts.enter(true);
        int status = lua.protectedCall(count, 0, 0);
        interrupts.back(before);
        if (status != Status.OK) {
            Board.of(lua).cycle().uart().print("error calling 'print' (" + lua.toJavaString(-1) + ")\n");
            lua.pop(1);
        }
    }

    /** A chunk of one part. */
    static ChunkReader once(byte[] chunk) {
        byte[][] part = {chunk};
        return () -> {
            byte[] next = part[0];
            part[0] = null;
            return next;
        };
    }
}
