package org.perilune.runtime.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.perilune.runtime.heap.Account;
import org.perilune.runtime.heap.OutOfMemory;

class SyntaxErrorTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "x = | t:1: unexpected symbol near '<eof>'",
                "local | t:1: '<name>' expected near '<eof>'",
                "x = 3..2 | t:1: malformed number near '3..2'",
                "x = 'a | t:1: unfinished string near '<eof>'",
                "x = '\\300' | t:1: escape sequence too large near '''",
                "x = [==[ a | t:1: unfinished long string near '<eof>'",
                "x = [=a | t:1: invalid long string delimiter near '[='",
                "x = [[ [[ ]] ]] | t:1: nesting of [[...]] is deprecated near '['",
                "x = $ | t:1: unexpected symbol near '$'",
                "if x then | t:1: 'end' expected near '<eof>'",
                "for x do | t:1: '=' or 'in' expected near 'do'",
                "function f(a b) | t:1: ')' expected near 'b'",
                "function f(1) end | t:1: <name> or '...' expected near '1'",
                "function f() x = ... end | t:1: cannot use '...' outside a vararg function near '...'",
                "break | t:1: no loop to break near '<eof>'",
                "f() = 1 | t:1: unexpected symbol near '='",
                "(a) = 1 | t:1: syntax error near '='",
                "x:y = 1 | t:1: function arguments expected near '='",
            })
    void isReportedAsByTheFirmware(String text, String message) {
        assertEquals(message, new TestMachine().errorOf(text));
    }

    @Test
    void namesWhatIsNotClosedOnAnotherLine() {
        assertEquals(
                "t:3: 'end' expected (to close 'if' at line 2) near '<eof>'",
                new TestMachine().errorOf("\nif x then\nx()"));
        assertEquals(
                "t:2: ambiguous syntax (function call x new statement) near '('", new TestMachine().errorOf("f\n()"));
        assertEquals("t:1: unexpected symbol near 'char(1)'", new TestMachine().errorOf("x = \1"));
    }

    @Test
    void limitsAreTheFirmwares() {
        String fifty = "local a" + ",a".repeat(49);
        assertFalse(new TestMachine().compile(fifty).code.length == 0);
        assertEquals("t:1: main function has more than 50 local variables", new TestMachine().errorOf(fifty + ",a"));
        StringBuilder locals = new StringBuilder();
        StringBuilder uses = new StringBuilder();
        for (int i = 0; i < 31; i++) {
            locals.append("local a").append(i).append('\n');
            uses.append("x(a").append(i).append(",b").append(i).append(")\n");
        }
        String inner = locals.toString().replace(" a", " b");
        assertEquals(
                "t:95: function at line 65 has more than 60 upvalues",
                new TestMachine().errorOf(locals + "function f()\n" + inner + "\nfunction g() " + uses + " end end"));
        assertEquals(
                "t:1: chunk has too many syntax levels",
                new TestMachine().errorOf("x = " + "(".repeat(250) + ")".repeat(250)));
        assertEquals(
                "t:1: function or expression too complex near '1'",
                new TestMachine().errorOf("f(" + "1,".repeat(260) + "1)"));
    }

    @Test
    void chunksAreNamedInShort() {
        assertEquals("init.lua", ChunkId.of("@init.lua", 80));
        assertEquals("..." + "y".repeat(72), ChunkId.of("@" + "x".repeat(9) + "y".repeat(72), 80));
        assertEquals("[string \"x=1\"]", ChunkId.of("x=1", 60));
        assertEquals("[string \"x=1...\"]", ChunkId.of("x=1\ny=2", 60));
        assertEquals("[string \"" + "z".repeat(43) + "...\"]", ChunkId.of("z".repeat(50), 60));
        assertEquals("n".repeat(79), ChunkId.of("=" + "n".repeat(100), 80));
    }

    @Test
    void leavesNothingBehind() {
        TestMachine machine = new TestMachine();
        machine.vm.collector().fullCollect();
        long before = machine.heap.bytes(Account.OBJECTS);
        assertEquals("t:1: unexpected symbol near '<eof>'", machine.errorOf("x = function() local y ="));
        machine.vm.collector().fullCollect();
        assertEquals(before, machine.heap.bytes(Account.OBJECTS));
    }

    @Test
    void leavesNothingBehindWhereverMemoryEnds() {
        byte[] text = TestMachine.resource("cases/002-str-rep1.lua");
        TestMachine ample = new TestMachine();
        long bytes = ample.heap.bytes(Account.OBJECTS);
        long used = ample.heap.deviceUsed();
        int failures = 0;
        for (long extra = 0; extra < 1600; extra += 8) {
            TestMachine machine = new TestMachine(used + extra);
            try {
                machine.load(text, "@x");
            } catch (OutOfMemory expected) {
                failures++;
            }
            machine.thread.top = 1;
            machine.vm.collector().fullCollect();
            assertEquals(bytes, machine.heap.bytes(Account.OBJECTS));
        }
        assertTrue(failures > 50 && failures < 200);
    }

    @Test
    void partsOfTheTextMayEndAnywhere() {
        byte[] text = TestMachine.resource("cases/002-str-rep1.lua");
        TestMachine whole = new TestMachine();
        TestMachine bits = new TestMachine();
        int[] at = {0};
        var closure = Loader.load(
                bits.thread, () -> at[0] < text.length ? new byte[] {text[at[0]++]} : null, "@002-str-rep1.lua");
        assertEquals(
                new String(Dump.dump(whole.load(text, "@002-str-rep1.lua").proto, false), StandardCharsets.ISO_8859_1),
                new String(Dump.dump(closure.proto, false), StandardCharsets.ISO_8859_1));
    }
}
