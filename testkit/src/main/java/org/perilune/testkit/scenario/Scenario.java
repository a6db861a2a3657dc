package org.perilune.testkit.scenario;

import java.io.ByteArrayInputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.luaj.vm2.Globals;
import org.luaj.vm2.LuaError;
import org.perilune.board.standard.StandardBoards;
import org.perilune.testkit.TestBoard;
import org.perilune.testkit.TestBoardBuilder;

/**
 * A host script that makes boards and drives them; docs/scenarios.md says what it may use. Scripts have the host's speed
 * and memory, and reach nothing of the host but the folders that their boards are filled from.
 */
public final class Scenario {
    private final Path file;
    private final StandardBoards shared = new StandardBoards();
    private final List<TestBoard> boards = new ArrayList<>();

    private Scenario(Path file) {
        this.file = file;
    }

    /**
     * Runs a script to its end; its boards are closed then.
     *
     * @param file where the text comes from, for messages; paths in the script are relative to it
     * @param out takes what the script prints
     * @throws ScenarioException when the script fails
     */
    public static void run(Path file, byte[] text, PrintStream out) {
        new Scenario(file).run(text, out);
    }

    private void run(byte[] text, PrintStream out) {
        Globals globals = SandboxGlobals.create(out);
        new BoardFunctions(this).addTo(globals);
        try {
            globals.load(new ByteArrayInputStream(text), "@" + file, "t", globals)
                    .call();
        } catch (LuaError e) {
            throw new ScenarioException(ErrorText.of(file, e.getMessage()), e);
        } catch (StackOverflowError e) {
            throw new ScenarioException(file + ": stack overflow; does a function call itself for ever?", e);
        } finally {
            boards.forEach(TestBoard::close);
            shared.close();
            out.flush();
        }
    }

    /** A path as the script gives it. */
    Path resolve(String path) {
        return file.resolveSibling(path);
    }

    /** Begins to describe a board. */
    TestBoardBuilder builder() {
        return TestBoard.builder(shared);
    }

    /** Has a board closed when the script ends. */
    TestBoard register(TestBoard board) {
        boards.add(board);
        return board;
    }
}
