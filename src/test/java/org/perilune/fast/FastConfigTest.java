package org.perilune.fast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.perilune.FreePort;
import org.perilune.lfs.LfsBuilder;
import org.perilune.testkit.TestBoard;

/** The menu {@code fast.config()} as one types to it. */
class FastConfigTest {
    private static final String QUESTION = "Number, or Enter to leave: ";

    private final TestBoard board =
            TestBoard.builder().wifi("home", "secret123").boot();

    @AfterEach
    void switchOff() {
        board.close();
    }

    private void open() {
        board.output();
        board.type("fast.config()");
        board.expect(QUESTION);
    }

    /** Types answers, each when the question before it was asked. */
    private String answer(String... answers) {
        for (String each : answers) {
            board.type(each);
            board.advance(Duration.ofMillis(1));
        }
        return board.output();
    }

    @Test
    void leavingGivesThePromptAndTheHeapBack() {
        for (int i = 0; i < 3; i++) {
            open();
            answer("x", "3", "", "", "");
        }
        board.mark();
        open();
        String said = answer("");
        assertEquals("\n> ", said);
        assertEquals(0, board.liveBytes());
        board.type("=6*7");
        assertEquals("42\n> ", board.output());
    }

    @Test
    void whatIsTypedIsEchoedAndCanBeRubbedOut() {
        open();
        board.board().send("8\b\u007f9\r\n".getBytes(StandardCharsets.ISO_8859_1));
        board.advance(Duration.ofMillis(1));
        assertTrue(board.output().startsWith("8\b \b9\nThere is no such number\n"));
        board.board().send("\r".getBytes(StandardCharsets.ISO_8859_1));
        board.advance(Duration.ofMillis(1));
        board.board().send("\n".getBytes(StandardCharsets.ISO_8859_1));
        board.type("=6*7");
        board.expect("42\n> ");
    }

    @Test
    void theWirelessNetworkIsSetForTheNextStartToo() {
        open();
        String said = answer("1", "home", "secret123");
        assertTrue(said.contains("Network now: none, address none\n"), said);
        assertTrue(said.contains("Set; the board joins it now and at each start\n"), said);
        answer("");
        board.powerCycle();
        board.advance(Duration.ofSeconds(10));
        open();
        said = answer("1", "", "");
        assertTrue(said.contains("Network now: home, address 127.0.0.1\n"), said);
    }

    @Test
    void aWrongAnswerIsRefusedInOneLineAndTheMenuGoesOn() {
        open();
        String said = answer("1", "home", "short");
        assertTrue(said.matches("(?s)1\nNetwork now: none.*\nPassword: short\n[^\n]+\n1 wireless.*" + QUESTION), said);
        answer("");
        board.type("=6*7");
        board.expect("42\n> ");
    }

    @Test
    void theStartupCommandIsSetAndTakenBack() {
        open();
        assertTrue(answer("2", "print('x')").contains("It begins with @ or =\n"));
        assertTrue(answer("2", "=print('started')").contains("Set\n"));
        answer("");
        board.powerCycle();
        board.expect("started\n");
        open();
        assertTrue(answer("2", "-").contains("Startup command now: =print('started')\n"));
        assertTrue(answer("2", "").contains("Startup command now: none, init.lua runs\n"));
        answer("");
        board.powerCycle();
        assertTrue(!board.output().contains("started"));
    }

    @Test
    void formattingAsksFirst() {
        board.files().write("keep", new byte[10]);
        open();
        assertTrue(answer("5", "no").contains("All files are lost. Type yes: no\n"));
        assertNotNull(board.files().read("keep"));
        assertTrue(answer("5", "yes").contains("format done.\n"));
        assertNull(board.files().read("keep"));
    }

    @Test
    void anImageIsLoadedIntoFlashAndTheBoardRestartsWithIt() {
        board.files()
                .write(
                        "new.img",
                        new LfsBuilder()
                                .time(1_700_000_000)
                                .add("@greet.lua", "return 'from flash'".getBytes(StandardCharsets.ISO_8859_1))
                                .relocatable());
        open();
        String said = answer("6", "new.img");
        assertTrue(said.contains("Images: new.img\nImage: new.img\n"), said);
        assertTrue(said.contains("LFS region updated.  Restarting.\n"), said);
        board.type("=node.LFS.greet()");
        board.expect("from flash\n> ");
    }

    @Test
    void anImageThatCannotBeLoadedIsRefusedWithTheFirmwaresWords() {
        board.files().write("bad.img", new byte[100]);
        open();
        String said = answer("6", "bad.img");
        assertTrue(said.contains("Images: bad.img\nImage: bad.img\n"), said);
        assertTrue(said.matches("(?s).*\nread error on LFS image file\n1 wireless.*"), said);
        answer("");
        board.type("=6*7");
        board.expect("42\n> ");
    }

    @Test
    void thePartitionsAreShownAndStayWhenNothingIsChanged() {
        open();
        String said = answer("3", "", "");
        assertTrue(said.contains("lfs: 65536 bytes at 0xa0000\nspiffs: 1048576 bytes at 0x100000\n"), said);
        assertTrue(said.endsWith(QUESTION), said);
        assertTrue(answer("3", "128", "", "no").endsWith(QUESTION));
        assertTrue(answer("3", "12").contains("Not a multiple of 8\n"));
        assertTrue(answer("3", "", "").contains("lfs: 65536 bytes at 0xa0000\n"));
    }

    @Test
    void anotherSizeOfLfsCountsFromTheNextStartAndLeavesTheFiles() {
        board.files().write("keep", new byte[10]);
        open();
        answer("3", "128", "", "yes");
        board.type("=node.getpartitiontable().lfs_size");
        board.expect("131072\n> ");
        assertNotNull(board.files().read("keep"));
        board.powerCycle();
        open();
        assertTrue(answer("3", "", "").contains("lfs: 131072 bytes at 0xa0000\n"));
    }

    @Test
    void aSizeThatDoesNotFitTheChipIsRefusedAndTheMenuGoesOn() {
        open();
        String said = answer("3", "512", "", "yes");
        assertTrue(said.contains("Partition value out of range\n1 wireless"), said);
        assertTrue(said.endsWith(QUESTION), said);
    }

    @Test
    void theFtpServerIsStarted() throws IOException {
        answerWifi();
        int port = FreePort.find();
        String said = answer("4", "moon", "tide pool", String.valueOf(port));
        assertTrue(said.contains("FTP:close() ends it\n"), said);
        assertTrue((said + answer("")).contains("FTP server at 127.0.0.1:" + port), said);
        try (BoardClient client = new BoardClient(board, port)) {
            client.expect("bytes free\r\n");
            client.send("USER moon\r\nPASS tide pool\r\n");
            client.expect("230 Welcome\r\n");
            client.send("QUIT\r\n");
            client.expectEnd();
        }
        board.type("FTP:close()");
        board.type("=FTP");
        board.expect("nil\n> ");
    }

    @Test
    void anFtpServerWithoutUserOrPasswordOrWithABadPortIsNotStarted() {
        open();
        assertTrue(answer("4", "").endsWith(QUESTION));
        assertTrue(answer("4", "moon", "").endsWith(QUESTION));
        assertTrue(answer("4", "moon", "tide pool", "x").contains("Not a number\n1 wireless"));
        answer("");
        board.type("=FTP");
        board.expect("nil\n> ");
    }

    @Test
    void aClientOfTheBoardsTelnetServerHasTheMenuItself() throws IOException {
        int port = FreePort.find();
        board.type("fast.telnet():open(nil, nil, " + port + ")");
        board.expect("bytes free\n");
        for (int i = 0; i < 3; i++) {
            useByTelnet(port);
        }
        board.mark();
        useByTelnet(port);
        // What the session held goes when its socket has closed. The buffer in which texts are joined keeps 32 to 64
        // bytes.
        BoardClient.runUntil(board, () -> board.liveBytes() <= 32);
        assertTrue(board.liveBytes() <= 32, () -> board.liveBytes() + " bytes");
    }

    private void useByTelnet(int port) throws IOException {
        try (BoardClient client = new BoardClient(board, port)) {
            client.expect("bytes free\r\n");
            client.send("fast.config()\r\n2\r\nx\r\n\r\n=6*7\r\n");
            client.expect("or - for none:\r\n");
            client.expect("It begins with @ or =\r\n");
            client.expect("Number, or Enter to leave:\r\n> 42\r\n> ");
            client.send("fast.config()\r\n");
            client.expect("leave:\r\n> ");
        }
        // The client is gone out of the menu.
        BoardClient.runUntil(
                board,
                () -> board.run("print(TELNET.drop, rawget(TELNET, 'type'))").equals("false\tnil\n"));
    }

    /** Opens the menu and joins the network. */
    private void answerWifi() {
        open();
        answer("1", "home", "secret123");
    }
}
