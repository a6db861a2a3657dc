package org.perilune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

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
    void anOptionIsNoFileToRun() {
        assertEquals(2, command.execute("exec", "--heep", "30K", "none.lua"));
        assertEquals("perilune: Unknown option: '--heep' (try 'perilune exec --help')\n", err.toString());
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

    @ParameterizedTest
    @CsvSource({
        "ftp, --ftp-tls",
        "ftp, --ftp-flat",
        "ftp, --ftp-cert=c.pem",
        "ftp, --ftp-ports=1-2",
        "ftp, --ftp-password-file=f",
        "telnet, --telnet-password-file=f"
    })
    void anOptionOfADoorNeedsTheDoor(String door, String option) {
        assertEquals(2, command.execute("run", option));
        assertEquals(
                "perilune: " + option.replaceFirst("=.*", "") + " needs --" + door
                        + " [ADDR:]PORT (try 'perilune run --help')\n",
                err.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--wifi=moon:tide", "--ip=127.0.0.2", "--map=2323:23", "--compat", "--fast=."})
    void aBareMachineHasNothingOfABoard(String option) {
        assertEquals(2, command.execute("exec", "--bare", option, "none.lua"));
        assertEquals(
                "perilune: " + option.replaceFirst("=.*", "")
                        + " is for a board, and with --bare there is none (try 'perilune exec --help')\n",
                err.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "255.255.255.255", "224.0.0.1"})
    void aBoardHasAnAddressOfThisMachine(String address) {
        assertEquals(2, command.execute("run", "--ip", address));
        assertEquals(
                "perilune: Invalid value for option '--ip': '" + address
                        + "' is no address of this machine; a board takes one of the machine's own, or 127.0.0.2 and"
                        + " the like, so that several can meet (try 'perilune run --help')\n",
                err.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"here", "0.0.0.0", "::1", ""})
    void aBoardHasAnIpv4Address(String address) {
        assertEquals(2, command.execute("run", "--ip", address));
        assertEquals(
                "perilune: Invalid value for option '--ip': '" + address
                        + "' is no IPv4 address that a board can have (try 'perilune run --help')\n",
                err.toString());
    }

    @SuppressWarnings("DoNotCallSuggester") // the library calls them
    @Command(name = "broken")
    static final class Broken {
        @Command
        int surprise() {
            throw new IllegalStateException("two\nlines");
        }

        @Command
        int assertion() {
            throw new AssertionError("never");
        }
    }

    @Command(name = "hungry")
    static final class Hungry implements Runnable {
        @Override
        public void run() {
            throw new OutOfMemoryError("Java heap space");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "broken surprise, java.lang.IllegalStateException: two lines",
        "broken assertion, java.lang.AssertionError: never",
        "hungry, java.lang.OutOfMemoryError: Java heap space"
    })
    void whatNobodyForesawIsOneLineToo(String line, String what) {
        command.addSubcommand(new Broken()).addSubcommand(new Hungry());
        command.setExecutionExceptionHandler(command.getExecutionExceptionHandler());
        command.setErr(command.getErr());
        assertEquals(1, Main.execute(command, line.split(" ", -1)));
        assertEquals(
                "perilune: internal error, please report it: " + what + " (PERILUNE_TRACE=1 shows where)\n",
                err.toString());
    }

    @Test
    void noCommandIsWrongUsage() {
        assertEquals(2, command.execute());
    }
}
