package org.perilune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();
    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("s.lua");
    }

    private int run(String script) throws IOException {
        Files.writeString(file, script);
        return execute();
    }

    private int execute() {
        return Main.commandLine().setErr(new PrintWriter(err, true)).execute("scenario", file.toString());
    }

    @Test
    void aScenarioThatPassesIsSilentAndZero() throws IOException {
        assertEquals(0, run("local b = board():boot() b:type '=6*7':expect '42'"));
        assertEquals("", err.toString());
    }

    @Test
    void aScenarioThatFailsNamesItsLineAndIsOne() throws IOException {
        assertEquals(1, run("local b = board():boot()\ncheck(b:heap() < 0, 'too much')"));
        assertEquals("perilune: " + file + ":2: too much\n", err.toString().replace("\r", ""));
    }

    @Test
    void aMissingFileIsWrongUsage() {
        assertEquals(2, execute());
        assertEquals(
                "perilune: " + file + ": no such file or folder\n",
                err.toString().replace("\r", ""));
    }
}
