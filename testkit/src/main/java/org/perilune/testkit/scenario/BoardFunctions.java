package org.perilune.testkit.scenario;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.luaj.vm2.Globals;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaUserdata;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;
import org.perilune.board.storage.FileStore;
import org.perilune.testkit.HeapFigures;
import org.perilune.testkit.TestBoard;

/** What scripts may call: {@code board}, the methods of boards, {@code check}. */
final class BoardFunctions {
    private static final long MICROS = 1_000_000;
    /** Most seconds that a board is asked to run at a time: some thirty years. */
    private static final double MOST_SECONDS = 1e9;

    /** A method of boards; {@code arguments} are those after the board. */
    @FunctionalInterface
    private interface Method {
        Varargs call(TestBoard board, Varargs arguments);
    }

    /** A method that returns its board, so that calls can be chained. */
    @FunctionalInterface
    private interface Action {
        void run(TestBoard board, Varargs arguments);
    }

    private final Scenario scenario;
    private final LuaTable methods = new LuaTable();
    private final LuaTable metatable = new LuaTable();

    BoardFunctions(Scenario scenario) {
        this.scenario = scenario;
        metatable.set(LuaValue.INDEX, methods);
        metatable.set(LuaValue.METATABLE, LuaValue.FALSE);
        metatable.set("__tostring", new BoardFunction(arguments -> LuaValue.valueOf("board")));
        action("boot", (board, arguments) -> board.boot());
        action("poweroff", (board, arguments) -> board.powerOff());
        action("powercycle", (board, arguments) -> board.powerCycle());
        action("type", (board, arguments) -> board.type(text(arguments, 1)));
        method("expect", BoardFunctions::expect);
        method("output", (board, arguments) -> bytes(board.output()));
        method("run", (board, arguments) -> bytes(board.run(text(arguments, 1))));
        action("advance", (board, arguments) -> board.advance(seconds(arguments, 1)));
        method("heap", (board, arguments) -> heap(board));
        action("mark", (board, arguments) -> board.mark());
        method("files", (board, arguments) -> files(board));
        method("read", (board, arguments) -> read(board, text(arguments, 1)));
        action("write", (board, arguments) -> write(board, text(arguments, 1), text(arguments, 2)));
    }

    void addTo(Globals globals) {
        globals.set("board", new BoardFunction(this::makeBoard));
        globals.set("check", new BoardFunction(BoardFunctions::check));
    }

    private Varargs makeBoard(Varargs arguments) {
        TestBoard board = BoardDescription.of(arguments.opttable(1, new LuaTable()), scenario)
                .build();
        return new LuaUserdata(scenario.register(board), metatable);
    }

    private static Varargs check(Varargs arguments) {
        if (!arguments.arg1().toboolean()) {
            throw new LuaError(
                    arguments.isnoneornil(2) ? "check failed" : arguments.arg(2).tojstring());
        }
        return arguments.arg1();
    }

    private void method(String name, Method method) {
        methods.set(name, new BoardFunction(arguments -> method.call(board(name, arguments), arguments.subargs(2))));
    }

    private void action(String name, Action action) {
        methods.set(name, new BoardFunction(arguments -> {
            action.run(board(name, arguments), arguments.subargs(2));
            return arguments.arg1();
        }));
    }

    private static TestBoard board(String name, Varargs arguments) {
        if (arguments.arg1() instanceof LuaUserdata userdata && userdata.m_instance instanceof TestBoard board) {
            return board;
        }
        throw new LuaError("no board given; call it as b:" + name + "(...)");
    }

    private static Varargs expect(TestBoard board, Varargs arguments) {
        Duration patience = arguments.isnoneornil(2) ? TestBoard.PATIENCE : seconds(arguments, 2);
        return bytes(board.expect(text(arguments, 1), patience));
    }

    private static Varargs heap(TestBoard board) {
        HeapFigures figures = board.heapFigures();
        return LuaValue.varargsOf(number(board.heap()), number(figures.live()), number(figures.peak()));
    }

    /** Whole numbers of this size are exact in Lua. */
    private static LuaValue number(long bytes) {
        return LuaValue.valueOf((double) bytes);
    }

    private static LuaValue files(TestBoard board) {
        LuaTable sizes = new LuaTable();
        for (FileStore.Entry file : board.files().list()) {
            sizes.set(bytes(file.name()), LuaValue.valueOf(file.size()));
        }
        return sizes;
    }

    private static LuaValue read(TestBoard board, String name) {
        byte[] content = board.files().read(name);
        return content == null ? LuaValue.NIL : LuaString.valueOf(content);
    }

    private static void write(TestBoard board, String name, String content) {
        if (!board.files().write(name, content.getBytes(StandardCharsets.ISO_8859_1))) {
            throw new LuaError("cannot write '" + name + "' on the board: its name is too long or there is no room");
        }
    }

    private static Duration seconds(Varargs arguments, int index) {
        double seconds = arguments.checkdouble(index);
        if (!(seconds >= 0 && seconds <= MOST_SECONDS)) {
            throw new LuaError("a time is a number of seconds from 0 to 1e9, not " + arguments.tojstring(index));
        }
        return Duration.ofNanos(Math.round(seconds * MICROS) * 1000);
    }

    /** A string of the script's, each byte one character, as boards take it. */
    private static String text(Varargs arguments, int index) {
        LuaString text = arguments.checkstring(index);
        return new String(text.m_bytes, text.m_offset, text.m_length, StandardCharsets.ISO_8859_1);
    }

    private static LuaString bytes(String latin1) {
        return LuaString.valueOf(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }
}
