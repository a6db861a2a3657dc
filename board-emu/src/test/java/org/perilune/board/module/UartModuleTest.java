package org.perilune.board.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.perilune.board.standard.Session;

class UartModuleTest {
    private final Session session = Session.atPrompt();

    private String send(String text) {
        session.board().send(text.getBytes(StandardCharsets.ISO_8859_1));
        session.board().runUntilIdle();
        return session.take();
    }

    @Test
    void writesBytesAsTheyAre() {
        assertEquals("aA\n1", session.type("uart.write(0,'a',65,'\\n','1')"));
        assertEquals("", session.type("uart.write(1,'not connected')"));
        assertTrue(session.type("uart.write(2,'x')").contains("uart 2 does not exist"));
        assertTrue(session.type("uart.write(0,256)").contains("invalid number"));
        assertTrue(session.type("uart.write(0,nil)").contains("string expected, got nil"));
    }

    @Test
    void theProgramMayTakeAllInput() {
        session.type("uart.on('data',4,function(d) print('['..d..']') if d=='quit' then uart.on('data') end end,0)");
        assertEquals("[abcd]\n", send("abcde"));
        assertEquals("[efgh]\n[quit]\n", send("fghquit"));
        assertEquals("1\n", session.type("=1"));
    }

    @Test
    void inputEndsAtAByte() {
        session.type("uart.on('data',';',function(d) print(d) end,0)");
        assertEquals("a=1;\n", send("a=1;b"));
        assertEquals("b=2;\n", send("=2;"));
    }

    @Test
    void inputComesByteByByte() {
        session.type("uart.on('data',0,function(d) print(d) end,0)");
        assertEquals("a\nb\n", send("ab"));
    }

    @Test
    void theProgramMayListenWhileLinesRun() {
        session.type("uart.on('data','\\r',function(d) print('got '..d) end,1)");
        assertEquals("got =1\n1\n> ", send("=1\n"));
    }

    @Test
    void bytesOneByOneComeWithoutWhatWasTypedBefore() {
        session.type("tmr.create():alarm(1000,0,function() uart.on('data',0,function(d) print(d) end,0) end)");
        session.board().send("half a line".getBytes(StandardCharsets.ISO_8859_1));
        session.wait(Duration.ofSeconds(2));
        assertEquals("a\nb\n", send("ab"));
    }

    @Test
    void argumentsAreChecked() {
        assertTrue(session.type("uart.on('sent',print)").contains("method not supported"));
        assertTrue(session.type("uart.on('data',256,print)").contains("wrong arg range"));
        assertTrue(session.type("uart.on('data','ab',print)").contains("wrong arg range"));
    }

    @Test
    void settingsAreKept() {
        assertEquals(
                "9600\n",
                session.type("=uart.setup(0,9600,8,uart.PARITY_NONE,uart.STOPBITS_1,1)")
                        .replace("=1\n", ""));
        assertEquals(
                "9600\t8\t0\t1\n",
                session.type("uart.setup(0,9600,8,0,1,0) print(uart.getconfig(0))")
                        .replaceFirst("(?s).*\\)\\)\n", ""));
        assertEquals("115200\t8\t0\t1\n", session.type("=uart.getconfig(1)"));
    }

    /** The firmware's numbers, not those of its documentation's order. */
    @Test
    void stopBitsHaveTheirNumbers() {
        assertEquals("1\t2\t3\n", session.type("=uart.STOPBITS_1,uart.STOPBITS_2,uart.STOPBITS_1_5"));
    }

    @Test
    void settingsThatTheLineDoesNotKnowAreReplaced() {
        assertEquals("500000\n", session.type("=uart.setup(1,500000,9,7,0)"));
        assertEquals("9600\t8\t0\t1\n", session.type("=uart.getconfig(1)"));
        assertEquals("74880\n", session.type("=uart.setup(1,74880,5,uart.PARITY_ODD,uart.STOPBITS_1_5)"));
        assertEquals("74880\t5\t2\t3\n", session.type("=uart.getconfig(1)"));
    }

    @Test
    void settingsWithAFaultChangeNothing() {
        assertTrue(session.type("uart.setup(1,300,7,2)").contains("bad argument #5"));
        assertEquals("115200\t8\t0\t1\n", session.type("=uart.getconfig(1)"));
    }
}
