package org.perilune.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perilune.board.BoardConfig;
import org.perilune.board.BoardException;
import org.perilune.lfs.LfsBuilder;

class TestBoardTest {
    private final TestBoard board = TestBoard.builder().boot();

    @AfterEach
    void switchOff() {
        board.close();
    }

    @Test
    void aFreshBoardIsAtItsFirstPrompt() {
        assertTrue(board.output().endsWith("\n> "));
    }

    @Test
    void aTypedLineHasRunWhenTypeReturns() {
        board.output();
        board.type("=1+1");
        assertEquals("2\n> ", board.output());
    }

    @Test
    void anIncompleteLineGivesTheOtherPrompt() {
        board.output();
        board.type("for i=1,2 do").type("print(i)").type("end");
        assertEquals(">> >> 1\n2\n> ", board.output());
    }

    @Test
    void anEmptyLineGivesThePromptAgain() {
        board.run("tmr.create():alarm(10, tmr.ALARM_AUTO, function() end)");
        board.output();
        board.type("");
        assertEquals("> ", board.output());
    }

    @Test
    void aLineThatRestartsTheBoardIsFollowedToTheNextPrompt() {
        board.output();
        board.type("x = 1").type("node.restart()");
        board.expect("NodeMCU");
        assertEquals("nil\n", board.run("print(x)"));
        assertEquals(0, board.liveBytes());
    }

    @Test
    void aLineLongerThanTheBoardsBufferIsRefused() {
        Exception e = assertThrows(IllegalArgumentException.class, () -> board.type("x".repeat(255)));
        assertEquals("a line of 255 bytes; the board's buffer takes 254", e.getMessage());
    }

    @Test
    void expectTakesTheOutputUpToTheMatch() {
        board.output();
        board.type("print'one two three'");
        assertEquals("one two", board.expect("two"));
        assertEquals(" t", board.expect(Pattern.compile("[a-z]")));
        assertEquals("hree\n> ", board.output());
    }

    @Test
    void expectLetsTimePass() {
        board.run("tmr.create():alarm(9000, tmr.ALARM_SINGLE, function() print'done' end)");
        board.expect("done");
    }

    @Test
    void expectSaysWhatWasPrintedInstead() {
        board.output();
        board.type("print'no'");
        AssertionError e = assertThrows(AssertionError.class, () -> board.expect("yes"));
        assertEquals(
                "expected 'yes', but nothing is pending and the board has printed:\n    no\n    >", e.getMessage());
    }

    @Test
    void expectGivesUpOnABusyBoard() {
        board.output();
        board.run("tmr.create():alarm(1000, tmr.ALARM_AUTO, function() end)");
        AssertionError e =
                assertThrows(AssertionError.class, () -> board.expect(Pattern.compile("y+"), Duration.ofMillis(2500)));
        assertEquals("expected a match of /y+/, but after 2.5 s and the board has printed nothing", e.getMessage());
    }

    @Test
    void runReturnsWhatTheChunkPrinted() {
        board.output();
        assertEquals("1\n2\n", board.run("print(1)\nprint(2)"));
        assertEquals("", board.output());
    }

    @Test
    void aChunkThatFailsFailsTheTest() {
        AssertionError e = assertThrows(AssertionError.class, () -> board.run("print'a'\nerror'b'"));
        assertEquals("run:2: b; before that it printed:\n    a", e.getMessage());
    }

    @Test
    void timeAdvancesAsFarAsAsked() {
        board.run("n = 0 tmr.create():alarm(1000, tmr.ALARM_AUTO, function() n = n + 1 end)");
        board.advance(Duration.ofHours(1));
        assertEquals("3600\n", board.run("print(n)"));
        assertFalse(board.advanceUntilIdle(Duration.ofSeconds(1)));
    }

    @Test
    void theHeapIsReadWithoutCostingAny() {
        long free = board.heap();
        assertEquals(free, board.heap());
        assertEquals(0, board.liveBytes());
        board.output();
        board.type("=node.heap()");
        assertEquals(BoardConfig.DEFAULT_HEAP + "\n> ", board.output());
        assertEquals(free, board.heap() + board.liveBytes());
    }

    @Test
    void aValueCostsWhileItLives() {
        board.run("t = false");
        board.mark();
        board.run("t = {}");
        long table = board.liveBytes();
        assertTrue(table > 0);
        board.run("t = false");
        assertEquals(0, board.liveBytes());
        assertTrue(board.peakBytes() > table);
    }

    @Test
    void filesSurviveAPowerCycleAndVariablesDoNot() {
        board.run("x = 1 file.putcontents('a', 'text')");
        board.powerCycle();
        assertEquals("nil\n", board.run("print(x)"));
        assertEquals("text", new String(board.files().read("a"), StandardCharsets.ISO_8859_1));
    }

    @Test
    void aBoardThatIsOffSaysSo() {
        board.powerOff();
        Exception e = assertThrows(IllegalStateException.class, () -> board.type("x"));
        assertEquals("the board is off or asleep; boot it first", e.getMessage());
    }

    @Test
    void theHeapIsWhatWasAskedFor() {
        try (TestBoard small = TestBoard.builder().heap(20_000).boot()) {
            small.output();
            small.type("=node.heap()");
            assertEquals("20000\n> ", small.output());
        }
    }

    @Test
    void aFolderThatIsMissingIsNamed() {
        TestBoardBuilder builder = TestBoard.builder().files(Path.of("no-such-folder"));
        Exception e = assertThrows(BoardException.class, builder::build);
        assertEquals("no-such-folder: no such file or folder", e.getMessage());
    }

    @Test
    void aBoardRunsModulesFromLfsAndCanReloadIt(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("m.lua"), "return 'first'");
        try (TestBoard own = TestBoard.builder().lfs(folder).boot()) {
            assertEquals("first\n", own.run("print(node.LFS.m())"));
            byte[] image = new LfsBuilder()
                    .add("@m.lua", "return 'second'".getBytes(StandardCharsets.ISO_8859_1))
                    .relocatable();
            assertTrue(own.files().write("lfs.img", image));
            own.type("node.LFS.reload'lfs.img'").expect("LFS region updated.  Restarting.");
            assertEquals("second\n", own.run("print(node.LFS.m())"));
        }
        Files.writeString(folder.resolve("m.lua"), "return =");
        TestBoardBuilder broken = TestBoard.builder().lfs(folder);
        BoardException e = assertThrows(BoardException.class, broken::boot);
        assertTrue(e.getMessage().contains("m.lua:1: unexpected symbol near '='"), e.getMessage());
    }
}
