package org.perilune.fast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.perilune.FreePort;
import org.perilune.testkit.TestBoard;

/** The board's telnet server byte by byte. */
class TelnetProtocolTest {
    private static final char IAC = 255;
    private static final char DONT = 254;
    private static final char DO = 253;
    private static final char WONT = 252;
    private static final char WILL = 251;
    private static final char SB = 250;
    private static final char AYT = 246;
    private static final char IP = 244;
    private static final char BRK = 243;
    private static final char SE = 240;
    private static final char EOF = 236;
    private static final char TIMING_MARK = 6;

    private final TestBoard board = TestBoard.builder().boot();
    private int port;
    private BoardClient client;

    @BeforeEach
    void connect() throws IOException {
        open();
        client = greeted();
    }

    private void open() throws IOException {
        port = FreePort.find();
        board.run("fast.telnet():open('ssid', 'password', " + port + ")");
        board.expect("Telnet server at 127.0.0.1:" + port);
    }

    private BoardClient greeted() throws IOException {
        BoardClient connected = new BoardClient(board, port);
        connected.expect("bytes free\r\n");
        return connected;
    }

    @AfterEach
    void disconnect() throws IOException {
        client.close();
        board.close();
    }

    // ---- commands

    @Test
    void whatTelnetSendsToPort23IsRefusedAndNotTyped() throws IOException {
        client.send("\u00ff\u00fd&\u00ff\u00fb&\u00ff\u00fd\u0003\u00ff\u00fb\u0018\u00ff\u00fb\u001f"
                + "\u00ff\u00fb \u00ff\u00fb!\u00ff\u00fb\"\u00ff\u00fb'\u00ff\u00fd\u0005print(1)\r\n");
        String refused = "\u00ff\u00fc&\u00ff\u00fe&\u00ff\u00fc\u0003\u00ff\u00fe\u0018\u00ff\u00fe\u001f"
                + "\u00ff\u00fe \u00ff\u00fe!\u00ff\u00fe\"\u00ff\u00fe'\u00ff\u00fc\u0005";
        assertEquals(refused + "1\r\n> ", client.expect("> "));
    }

    @Test
    void anOptionIsRefusedOnceAndATimingMarkEachTime() throws IOException {
        String mark = "" + IAC + DO + TIMING_MARK;
        client.send("" + IAC + WILL + (char) 1 + IAC + WILL + (char) 1 + IAC + DO + (char) 1 + mark + mark + IAC + WONT
                + (char) 1 + IAC + DONT + (char) 2 + IAC + WILL + (char) 1 + "print(1)\n");
        String answer = "" + IAC + DONT + (char) 1 + IAC + WONT + (char) 1 + IAC + WONT + TIMING_MARK + IAC + WONT
                + TIMING_MARK;
        assertEquals(answer + "1\r\n> ", client.expect("> "));
    }

    @Test
    void commandsCutAnywhereAreUnderstood() throws IOException {
        String sent = "print('a" + IAC + DO + (char) 1 + "b" + IAC + SB + (char) 24 + "x" + IAC + IAC + SE + "y" + IAC
                + SE + "c" + IAC + IAC + "d" + IAC + (char) 241 + "')\r\n";
        for (int at = 0; at < sent.length(); at++) {
            client.send(sent.substring(at, at + 1));
            board.advance(Duration.ofMillis(1));
        }
        assertEquals("" + IAC + WONT + (char) 1 + "abc" + IAC + IAC + "d\r\n> ", client.expect("> "));
        for (int cut = 1; cut < sent.length(); cut++) {
            client.send(sent.substring(0, cut));
            board.advance(Duration.ofMillis(1));
            client.send(sent.substring(cut));
            assertEquals("abc" + IAC + IAC + "d\r\n> ", client.expect("> "), "cut at " + cut);
        }
    }

    @Test
    void anAreYouThereIsAnswered() throws IOException {
        client.send("" + IAC + AYT);
        assertEquals("\r\n[yes]\r\n", client.expect("]\r\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"" + IAC + IP, "" + IAC + BRK, "\u0003"})
    void anInterruptDropsTheLineBegun(String interrupt) throws IOException {
        client.send("error('never')" + interrupt + "print(2)\n");
        assertEquals("> 2\r\n> ", client.expect("2\r\n> "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"" + IAC + EOF, "\u0004"})
    void theEndOfInputClosesTheSessionBehindTheLastOutput(String end) throws IOException {
        client.send("for i=1,1000 do print(i) end\nprint('last')\n" + end);
        client.expect("last\r\n> ");
        client.expectEnd();
        client = greeted();
    }

    // ---- lines

    @Test
    void everyLineEndIsOneEvenCutInTwo() throws IOException {
        client.send("print(1)\r\nprint(2)\rprint(3)\nprint(4)\r\0print(5)\r");
        client.expect("1\r\n> 2\r\n> 3\r\n> 4\r\n> 5\r\n> ");
        client.send("\nprint(6)\r");
        assertEquals("6\r\n> ", client.expect("> "));
        client.send("\0print(7)\n\nprint(8)\n");
        assertEquals("7\r\n> > 8\r\n> ", client.expect("8\r\n> "));
    }

    @Test
    void rubbedOutCharactersAreGone() throws IOException {
        client.send("x = = 1\u0015prinx\bt(1\u007f23)\n");
        assertEquals("23\r\n> ", client.expect("> "));
    }

    @Test
    void aStatementOverSeveralLinesIsOne() throws IOException {
        client.send("for i=1,2 do\nprint(i)\nend\n");
        assertEquals(">> >> 1\r\n2\r\n> ", client.expect("2\r\n> "));
    }

    @Test
    void aLineThatIsTooLongIsRefusedAndTheNextOneRuns() throws IOException {
        client.send("x='" + "y".repeat(50_000) + "'\nprint(x)\n");
        client.expect("Line too long\r\n");
        client.expect("nil\r\n> ");
    }

    @Test
    void errorsReachTheClientWithTheirTraceback() throws IOException {
        client.send("x = = 1\n");
        assertTrue(client.expect("> ").startsWith("Lua error: \tstdin:1: unexpected symbol near '='\r\n"));
        client.send("local function f() error('oh') end f()\n");
        String answer = client.expect("> ");
        assertTrue(answer.contains("stdin:1: oh\r\nstack traceback:\r\n"), answer);
        client.send("node.task.post(function() error('later') end)\n");
        client.expect("later\r\nstack traceback:");
    }

    @Test
    void aHundredKilobytesOfLinesAreRunInOrderAndDoNotFillTheHeap() throws IOException {
        board.mark();
        int lines = 4000;
        Thread paste = new Thread(() -> {
            try {
                client.send("n=0\n" + "n = n + 1 -- padding padding\r\n".repeat(lines) + "print('n is ' .. n)\n");
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        paste.start();
        client.expect("n is " + lines + "\r\n");
        assertTrue(board.peakBytes() < 26_000, () -> board.peakBytes() + " bytes at most");
    }

    // ---- output

    @Test
    void fiveThousandLinesComeWholeWithThreeQuartersOfTheHeapFree() throws IOException {
        client.send("=1\n");
        client.expect("> ");
        board.mark();
        client.send("for i=1,5000 do print(i) end\n");
        String expected =
                IntStream.rangeClosed(1, 5000).mapToObj(i -> i + "\r\n").collect(Collectors.joining());
        assertEquals(expected + "> ", client.expect("5000\r\n> "));
        assertTrue(board.peakBytes() < 10_000, () -> board.peakBytes() + " bytes at most");
        client.send("file.open('mine', 'w') for i=1,900 do print(i) end file.write('whole') file.close()\n");
        client.send("print(file.getcontents('mine'))\n");
        client.expect("whole\r\n");
    }

    @Test
    void aStringOfTenKilobytesComesWhole() throws IOException {
        board.files().write("ten", "0123456789".repeat(1024).getBytes(StandardCharsets.US_ASCII));
        client.send("s={} f=file.open('ten') for i=1,10 do s[i]=f:read(1024) end f:close()\n");
        client.expect("> ");
        client.send("print(unpack(s))\n");
        assertEquals("0123456789".repeat(1024), client.expect("\r\n> ").replaceAll("[\t\r\n> ]", ""));
    }

    @Test
    void outputThatFlashCannotHoldIsCutAndSaidSo() throws IOException {
        client.send("f=file.open('fill', 'w') s=('x'):rep(1024) while f:write(s) do end f:close()\n");
        client.expect("> ");
        client.send("for i=1,5000 do print(i) end\n");
        client.expect("\n[output lost]\r\n");
        client.send("file.remove'fill' print'on'\n");
        client.expect("on\r\n> ");
    }

    @Test
    void anInterruptDropsTheOutputThatWaits() throws IOException {
        client.send("for i=1,20000 do print(i) end\n");
        client.expect("100\r\n");
        client.send("" + IAC + IP + IAC + DO + TIMING_MARK);
        String rest = client.expect("" + IAC + WONT + TIMING_MARK);
        assertFalse(rest.contains("20000\r\n"));
        client.send("print'on'\n");
        client.expect("on\r\n> ");
    }

    // ---- several clients, and none

    @Test
    void aSecondClientIsRefusedAndTheFirstDoesNotNotice() throws IOException {
        client.send("print('be");
        board.advance(Duration.ofMillis(10));
        try (BoardClient second = new BoardClient(board, port)) {
            second.send("error('wrong')\n");
            assertEquals("Another session is open.\r\n", second.expect("\r\n"));
            second.expectEnd();
        }
        client.send("gun')\n");
        assertEquals("begun\r\n> ", client.expect("> "));
    }

    @Test
    void whatAClientSentBeforeItLeftIsRun() throws IOException {
        client.send("n = 1\nn = n + 1\nn = n + 1\n");
        client.endOutput();
        client.expectEnd();
        board.advance(Duration.ofSeconds(1));
        assertEquals("3\n", board.run("print(n)"));
    }

    @Test
    void closingGivesTheWholeHeapBack() throws IOException {
        useAndClose();
        board.mark();
        open();
        client = greeted();
        useAndClose();
        assertEquals(0, board.liveBytes());
        assertEquals("nil\n", board.run("print(TELNET)"));
        assertFalse(board.run("for n in pairs(file.list()) do print(n) end").contains("telnet"));
    }

    private void useAndClose() throws IOException {
        client.send("" + IAC + DO + (char) 1 + "for i=1,2000 do print(i) end\n");
        client.expect("2000\r\n> ");
        client.send("TELNET:close()\n");
        client.expectEnd();
        board.advance(Duration.ofSeconds(1));
    }

    @Test
    void randomBytesDoNotDisturbTheBoard() throws IOException {
        Random random = new Random(7);
        for (int round = 0; round < 20; round++) {
            StringBuilder bytes = new StringBuilder();
            for (int i = 0; i < 500; i++) {
                int next = random.nextInt(300);
                bytes.append((char) (next > 255 ? IAC : next == 4 || next == 236 ? 5 : next));
            }
            client.send(bytes.toString());
            board.advance(Duration.ofMillis(20));
        }
        client.send("" + IAC + SE + IAC + SE + "\u0003\n)]]\n)\n");
        client.send("print('st' .. 'ill')\n");
        client.expect("still\r\n");
    }

    @Test
    void aNetworkThatCannotBeJoinedIsGivenUpAfterAMinute() {
        try (TestBoard away = TestBoard.builder().wifi("home", "secret123").boot()) {
            away.run("fast.telnet():open('other', 'secret123')");
            away.expect("Telnet: no address, see ssid and password\n", Duration.ofSeconds(90));
            assertEquals("nil\n", away.run("print(TELNET)"));
        }
    }

    @Test
    void aNewBoardServesAsTheAccessPointThatItIs() throws IOException {
        try (TestBoard blank = TestBoard.builder().boot()) {
            int free = FreePort.find();
            blank.run("fast.telnet():open(nil, nil, " + free + ")");
            blank.expect("Telnet server at 192.168.4.1:" + free);
        }
    }

    @Test
    void aServerThatIsOpenOrCannotListenSaysSoInOneLine() throws IOException {
        assertEquals(
                "Telnet is open already, TELNET:close() ends it\n", board.run("node.output() fast.telnet():open()"));
        board.run("TELNET:close() S = net.createServer() S:listen(" + port + ", function() end)");
        board.run("fast.telnet():open('ssid', 'password', " + port + ")");
        board.expect("Telnet: address in use\n");
        assertEquals("nil\n", board.run("print(TELNET)"));
    }
}
