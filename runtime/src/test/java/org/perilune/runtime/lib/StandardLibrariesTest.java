package org.perilune.runtime.lib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.perilune.runtime.compile.ChunkReader;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.Status;
import org.perilune.runtime.heap.BuildProfile;
import org.perilune.runtime.heap.Heap;
import org.perilune.runtime.heap.PricedModel;
import org.perilune.runtime.value.RoTable;

/** A board's libraries: what is in RAM, what lies behind it, what they ask of the host. */
class StandardLibrariesTest {
    private static final class BoardHost implements LibraryHost {
        final StringBuilder printed = new StringBuilder();
        final RandomSource random = new RandomSource(1);
        final Map<String, String> files = Map.of("init.lua", "return 'init'");

        @Override
        public void print(byte[] text, int from, int length) {
            printed.append(new String(text, from, length, StandardCharsets.ISO_8859_1));
        }

        @Override
        public ChunkReader openFile(String name) {
            String text = files.get(name);
            return text == null ? null : new OnePartReader(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        @Override
        public boolean exists(String name) {
            return files.containsKey(name);
        }

        @Override
        public RandomSource random() {
            return random;
        }
    }

    private final BoardHost host = new BoardHost();
    private final LuaState lua = board(StandardLibraries.forBoard().build(), host);

    private static LuaState board(LibrarySet libraries, LibraryHost host) {
        LuaState lua = LuaState.newMachine(new Heap(BuildProfile.floatBuild(), new PricedModel(48 << 10)));
        libraries.open(lua, host);
        lua.setTop(0);
        return lua;
    }

    private static String run(LuaState lua, String source) {
        lua.setTop(0);
        int status = lua.load(new OnePartReader(source.getBytes(StandardCharsets.ISO_8859_1)), "=t");
        if (status == Status.OK) {
            status = lua.protectedCall(0, 1, 0);
        }
        return (status == Status.OK ? "" : "error: ") + lua.toJavaString(-1);
    }

    @Test
    void globalsInRamAreFew() {
        String names = run(
                lua, "local n = {} for k in pairs(_G) do n[#n + 1] = k end table.sort(n) return table.concat(n, ' ')");
        assertEquals("_G _VERSION __index ipairs module newproxy package pairs require", names);
    }

    @Test
    void librariesLieBehindTheGlobalsAndAreReadOnly() {
        assertEquals("table function nil", run(lua, "return type(string)..' '..type(print)..' '..type(io)"));
        assertEquals("error: t:1: table is readonly", run(lua, "string.x = 1"));
        assertEquals("true", run(lua, "return tostring(ROM.ROM == ROM and ROM.print == print)"));
    }

    @Test
    void boardsAddModulesOfTheirOwn() {
        RoTable module = Library.named("gpio")
                .number("HIGH", 1)
                .function("mode", lua -> 0)
                .build();
        LibrarySet libraries = StandardLibraries.forBoard()
                .table("gpio", module)
                .opening("gpio", lua -> {
                    lua.pushCopy(1);
                    lua.setGlobal("opened");
                    return 0;
                })
                .build();
        LuaState board = board(libraries, host);
        assertEquals("gpio 1 function", run(board, "return opened..' '..gpio.HIGH..' '..type(gpio.mode)"));
        assertEquals("nil", run(lua, "return tostring(gpio)"));
    }

    @Test
    void printGoesToTheHost() {
        run(lua, "print('a', 1.5, nil, 'x\\0y')");
        assertEquals("a\t1.5\tnil\tx\n", host.printed.toString());
    }

    @Test
    void filesAreTheHosts() {
        assertEquals("init", run(lua, "return dofile('init.lua')"));
        assertEquals("init", run(lua, "return require('init')"));
        assertEquals("error: cannot open none.lua: ", run(lua, "return dofile('none.lua')"));
    }

    @Test
    void eachMachineHasItsOwnRandomNumbers() {
        String numbers = "return math.random(1000)..' '..math.random(1000)";
        String first = run(lua, numbers);
        assertEquals(first, run(board(StandardLibraries.forBoard().build(), new BoardHost()), numbers));
        assertNotEquals(first, run(lua, numbers));
        run(lua, "math.randomseed(7)");
        String seeded = run(lua, numbers);
        run(lua, "math.randomseed(7)");
        assertEquals(seeded, run(lua, numbers));
    }
}
