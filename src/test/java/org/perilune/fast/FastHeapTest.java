package org.perilune.fast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.perilune.FreePort;
import org.perilune.fastload.FastBundle;
import org.perilune.fastload.FastPiece;
import org.perilune.testkit.BoardTest;
import org.perilune.testkit.HeapBudget;
import org.perilune.testkit.TestBoard;

/** What the bundled fast modules cost on a board; the figures lie in heap.baseline. */
@BoardTest
class FastHeapTest {
    static Stream<String> pieces() {
        return FastBundle.bundled().pieces().stream().map(FastPiece::name);
    }

    /** Makes the variable that will hold a piece, so that the piece alone is measured. */
    private static void begin(TestBoard board) {
        board.run("P = false");
        board.mark();
    }

    private static void load(TestBoard board, String piece) {
        board.run("P = fast.load'" + piece + "'");
    }

    private static void drop(TestBoard board) {
        board.run("P = false");
    }

    /** Loads a piece for the first time: the string table may grow, and a divided module's flag is set. */
    private static void warmUp(TestBoard board, String piece) {
        begin(board);
        load(board, piece);
        drop(board);
        board.mark();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pieces")
    @HeapBudget(live = 4_500, peak = 13_000)
    void loaded(String piece, TestBoard board) {
        warmUp(board, piece);
        load(board, piece);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pieces")
    void loadedAndDropped(String piece, TestBoard board) {
        warmUp(board, piece);
        load(board, piece);
        drop(board);
        assertEquals(0, board.liveBytes());
    }

    /** What stays is the string table's growth and a divided module's flag. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("pieces")
    @HeapBudget(live = 400)
    void leftBehindByTheFirstLoad(String piece, TestBoard board) {
        begin(board);
        load(board, piece);
        drop(board);
    }

    @BoardTest
    void helloCalled(TestBoard board) {
        warmUp(board, "hello");
        board.run("fast.hello()");
        assertEquals(0, board.liveBytes());
    }

    @BoardTest
    void telnetTableMade(TestBoard board) {
        warmUp(board, "telnet");
        board.run("P = fast.telnet()");
    }

    @BoardTest
    void telnetMethodsComeAndGo(TestBoard board) {
        warmUp(board, "telnet");
        board.run("P = fast.telnet()");
        board.run("local f = P.open f = P.session f = P.close");
        board.mark();
        board.run("local f = P.open f = P.session f = P.close");
        assertEquals(0, board.liveBytes());
    }

    @BoardTest
    void telnetTableDropped(TestBoard board) {
        warmUp(board, "telnet");
        board.run("P = fast.telnet()");
        drop(board);
        assertEquals(0, board.liveBytes());
    }

    @BoardTest
    void telnetOpen(TestBoard board) throws IOException {
        warmUpServer(board);
        openServer(board);
    }

    @BoardTest
    void telnetClosed(TestBoard board) throws IOException {
        warmUpServer(board);
        openServer(board);
        board.run("TELNET:close()");
        assertEquals(0, board.liveBytes());
    }

    /** The first server leaves the module's flag, its own variable and a grown string table behind. */
    private static void warmUpServer(TestBoard board) throws IOException {
        openServer(board);
        board.run("TELNET:close()");
        board.mark();
    }

    private static void openServer(TestBoard board) throws IOException {
        int freePort = FreePort.find();
        board.run("fast.telnet():open('ssid', 'password', " + freePort + ")");
        board.expect("Telnet server at 127.0.0.1:" + freePort);
    }
}
