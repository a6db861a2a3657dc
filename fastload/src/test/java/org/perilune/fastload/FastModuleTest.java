package org.perilune.fastload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.Status;
import org.perilune.runtime.heap.BuildProfile;
import org.perilune.runtime.heap.Heap;
import org.perilune.runtime.heap.PricedModel;
import org.perilune.runtime.value.Value;

class FastModuleTest {
    private final Heap heap = new Heap(BuildProfile.floatBuild(), new PricedModel(1 << 20));
    private final LuaState lua = LuaState.newMachine(heap);
    private FastBundle bundle = FastBundle.bundled();

    @BeforeEach
    void giveTheMachineItsModule() {
        lua.vm().host((FastHost) () -> bundle);
        lua.pushValue(FastModule.table(), 0);
        lua.setGlobal("fast");
        heap.mode(Heap.ALWAYS, 4096);
    }

    /** Runs a chunk; its results, or its error, are then on the stack. */
    private int run(String source) {
        byte[][] parts = {source.getBytes(StandardCharsets.ISO_8859_1), null};
        int[] next = {0};
        lua.setTop(0);
        int status = lua.load(() -> parts[next[0]++], "=t");
        return status == Status.OK ? lua.protectedCall(0, LuaState.ALL, 0) : status;
    }

    private static FastPiece piece(String name, String text) {
        return new FastPiece(name, name, false, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void aPieceIsCompiledAndReturned() {
        assertEquals(Status.OK, run("return fast.load('hello')"));
        assertTrue(lua.isFunction(1));
    }

    @Test
    void anUnknownNameGivesNil() {
        assertEquals(Status.OK, run("return fast.load'doesnotexist', fast.doesnotexist, fast[1]"));
        assertEquals(3, lua.argCount());
        assertNull(lua.refAt(1));
        assertNull(lua.refAt(2));
        assertNull(lua.refAt(3));
    }

    @Test
    void indexingLoadsToo() {
        assertEquals(Status.OK, run("return fast.hello"));
        assertTrue(lua.isFunction(1));
    }

    @Test
    void aDividedModuleSeesItsFlagAndAWholeOneDoesNot() {
        assertEquals(Status.OK, run("local f=fast.hello return FAST_hello"));
        assertNull(lua.refAt(1));
        assertEquals(Status.OK, run("local f=fast.telnet return FAST_telnet"));
        assertEquals(true, lua.refAt(1));
    }

    @Test
    void fastTakesAModuleBackFromItsFiles() {
        assertEquals(Status.OK, run("SPIFFS_telnet=true local f=fast.telnet return FAST_telnet, SPIFFS_telnet"));
        assertEquals(true, lua.refAt(1));
        assertNull(lua.refAt(2));
    }

    @Test
    void piecesAreNumbered() {
        bundle = bundle.with(List.of(piece("mine", "return 42")));
        int last = bundle.pieces().size();
        assertEquals(Status.OK, run("return fast.piece(" + last + ")"));
        assertEquals("mine", lua.toJavaString(1));
        assertEquals(9, lua.numAt(2));
        assertEquals("mine", lua.toJavaString(3));
        assertEquals(Status.OK, run("return fast.piece(0), fast.piece(" + (last + 1) + ")"));
        assertNull(lua.refAt(1));
    }

    @Test
    void whatTheProgramDropsIsCollected() {
        run("local f=fast['telnet-open'] f=nil");
        lua.setTop(0);
        lua.vm().collector().fullCollect();
        lua.vm().collector().fullCollect();
        long before = heap.luaBytes();
        run("local f=fast['telnet-open'] f=nil");
        lua.setTop(0);
        lua.vm().collector().fullCollect();
        lua.vm().collector().fullCollect();
        assertEquals(before, heap.luaBytes());
    }

    @Test
    void theUsersPiecesComeFirst() {
        bundle = bundle.with(List.of(piece("hello", "return 42"), piece("mine", "return ...")));
        assertEquals(Status.OK, run("return fast.hello(), fast.mine(7)"));
        assertEquals(Value.NUMBER, lua.refAt(1));
        assertEquals(42, lua.numAt(1));
        assertEquals(7, lua.numAt(2));
    }

    @Test
    void aPieceThatDoesNotCompileIsAnErrorWithItsName() {
        bundle = bundle.with(List.of(piece("broken", "x=1\ny=")));
        assertEquals(Status.RUNTIME_ERROR, run("return fast.broken"));
        assertEquals("broken:2: unexpected symbol near '<eof>'", lua.toJavaString(-1));
    }

    @Test
    void theBundledStringsStayWithinTheirLimits() {
        int total = 0;
        for (FastPiece piece : bundle.pieces()) {
            assertTrue(piece.size() < 1024, piece.name() + " has " + piece.size() + " bytes");
            total += piece.size();
        }
        assertTrue(total < 32768, "all pieces have " + total + " bytes");
    }
}
