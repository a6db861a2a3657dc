package org.perilune.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short command stays short: what it does not need is not loaded. Classes are what a start is made of. */
class StartTest {
    /** What is loaded today, 1925 classes on JDK 17 and 2161 on JDK 25, and a tenth more. */
    private static final int MOST_CLASSES = 2380;

    @TempDir
    private Path folder;

    @Test
    void anEmptyFileLoadsNoNetworkNoTerminalAndNoScenarioEngine() throws IOException {
        List<String> strangers = loaded("exec", "empty.lua").stream()
                .filter(name -> Stream.of("io.netty.", "org.jline.", "org.luaj.", "org.apache.", "org.junit.")
                        .anyMatch(name::startsWith))
                .toList();
        assertEquals(List.of(), strangers);
    }

    @Test
    void anEmptyFileLoadsFewClasses() throws IOException {
        List<String> classes = loaded("exec", "empty.lua");
        assertTrue(classes.contains("org.perilune.board.Board"), "the list is not what it is meant to be: " + classes);
        assertTrue(classes.size() < MOST_CLASSES, classes.size() + " classes: " + classes);
    }

    @Test
    void noOtherCommandIsBuilt() throws IOException {
        assertEquals(
                List.of("org.perilune.cli.ExecCommand"),
                loaded("exec", "empty.lua").stream()
                        .filter(name -> name.matches("org\\.perilune\\.cli\\.[A-Za-z]+Command"))
                        .toList());
    }

    @Test
    void aPromptWithoutTerminalLoadsNoNetworkAndNoTerminalEither() throws IOException {
        List<String> strangers = loaded("run", "--exit-idle", "-e", "=1").stream()
                .filter(name -> name.startsWith("io.netty.") || name.startsWith("org.jline."))
                .toList();
        assertEquals(List.of(), strangers);
    }

    /** The classes that a command loads. */
    private List<String> loaded(String... arguments) throws IOException {
        Files.writeString(folder.resolve("empty.lua"), "");
        Path log = folder.resolve("classes.log");
        Command command = Command.runWith(List.of("-Xlog:class+load:file=" + log + ":none"), folder, "", arguments);
        assertEquals("", command.errors());
        assertEquals(0, command.exitCode());
        return Files.readAllLines(log).stream()
                .filter(line -> line.contains(" source: "))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
    }
}
