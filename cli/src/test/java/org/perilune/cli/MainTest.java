package org.perilune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine command =
            Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @Test
    void helpGoesToStandardOutput() {
        assertEquals(0, command.execute("--help"));
        assertTrue(out.toString().startsWith("Usage: perilune"), out::toString);
        assertEquals("", err.toString());
    }

    @Test
    void versionNamesTheProgram() {
        assertEquals(0, command.execute("--version"));
        assertTrue(out.toString().startsWith("perilune "), out::toString);
    }

    @Test
    void wrongUsageIsOneLineAndExitCodeTwo() {
        assertEquals(2, command.execute("--no-such-option"));
        assertTrue(err.toString().startsWith("perilune: "), err::toString);
        assertEquals(1, err.toString().lines().count());
        assertEquals("", out.toString());
    }

    @Test
    void aCommandThatIsNotThereIsNamed() {
        assertEquals(2, command.execute("flash", "chip.bin"));
        assertEquals("perilune: there is no command 'flash' (try 'perilune --help')\n", err.toString());
    }

    @Test
    void noCommandIsWrongUsage() {
        assertEquals(2, command.execute());
    }
}
