package org.perilune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScenarioCommandTest extends CommandTest {
    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("s.lua");
    }

    private int runScript(String script) throws IOException {
        Files.writeString(file, script);
        return run("scenario", file.toString());
    }

    @Test
    void aScenarioThatPassesIsSilentAndZero() throws IOException {
        assertEquals(0, runScript("local b = board():boot() b:type '=6*7':expect '42'"));
        assertEquals("", err.toString());
    }

    @Test
    void aScenarioThatFailsNamesItsLineAndIsOne() throws IOException {
        assertEquals(1, runScript("local b = board():boot()\ncheck(b:heap() < 0, 'too much')"));
        assertEquals("perilune: " + file + ":2: too much\n", err.toString().replace("\r", ""));
    }

    @Test
    void aMissingFileIsWrongUsage() {
        assertEquals(2, run("scenario", file.toString()));
        assertEquals(
                "perilune: " + file + ": no such file or folder\n",
                err.toString().replace("\r", ""));
    }
}
