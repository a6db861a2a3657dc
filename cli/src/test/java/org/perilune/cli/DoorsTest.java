package org.perilune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DoorsTest {
    private static final String VARIABLE = "PERILUNE_FTP_PASSWORD";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream notices = new ByteArrayOutputStream();
    private final Doors doors = new Doors(new PrintStream(notices, true, StandardCharsets.UTF_8));
    private final DoorPassword given = new DoorPassword("secret", false);

    private static DoorAddress address(String text) {
        return new DoorAddress.Converter().convert(text);
    }

    private void open(String place, DoorPassword password, boolean encrypted) {
        doors.open(
                "ftp",
                address(place),
                password,
                encrypted,
                at -> () -> {},
                door -> new InetSocketAddress(address(place).host(), 2121));
    }

    @Test
    void aPortAloneIsOfThisMachineAlone() {
        assertEquals("127.0.0.1", address("2121").host().getHostAddress());
        assertEquals(2121, address("2121").port());
        assertEquals("0.0.0.0", address("0.0.0.0:21").host().getHostAddress());
        assertEquals(7, address("[::1]:7").port());
        assertTrue(address("[::1]:7").host().isLoopbackAddress());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "65536", "123456", "-1", ":21", "127.0.0.1:", "1 2"})
    void whatIsNoPlaceToListenIsRefused(String text) {
        assertThrows(TypeConversionException.class, () -> address(text));
    }

    @Test
    void aPasswordOfTheUsersIsTakenAndNotShown() throws Exception {
        Path file = Files.writeString(folder.resolve("password"), "from-file\nsecond line\n");
        Map<String, String> environment = Map.of(VARIABLE, "from-environment");
        assertEquals(
                "from-file",
                DoorPassword.choose(file, VARIABLE, environment, null).text());
        DoorPassword password = DoorPassword.choose(null, VARIABLE, environment, null);
        assertEquals("from-environment", password.text());
        open("2121", password, false);
        assertEquals("perilune: ftp listens on 127.0.0.1:2121, user perilune\n", notices());
    }

    @Test
    void aPasswordIsMadeWhereNoneIsGivenAndShownOnce() {
        DoorPassword password = DoorPassword.choose(null, VARIABLE, Map.of(), new Random(1));
        assertTrue(password.text().matches("[a-z2-9]{16}"), password.text());
        assertFalse(password.text()
                .equals(DoorPassword.choose(null, VARIABLE, Map.of(), new Random(2))
                        .text()));
        open("2121", password, false);
        assertEquals(
                "perilune: ftp listens on 127.0.0.1:2121, user perilune, password " + password.text() + "\n",
                notices());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space", "caf\u00e9", "tab\t"})
    void aPasswordThatClientsCannotSendIsRefused(String text) {
        assertThrows(Failure.class, () -> DoorPassword.choose(null, VARIABLE, Map.of(VARIABLE, text), new Random(1)));
    }

    @Test
    void aDoorBeyondThisMachineIsWarnedOfUnlessItIsEncrypted() {
        open("0.0.0.0:2121", given, true);
        assertFalse(notices().contains("warning"), notices());
        open("0.0.0.0:2121", given, false);
        assertTrue(notices().contains("\nperilune: warning: ftp is open beyond this machine"), notices());
    }

    @Test
    void aPortThatIsTakenIsSaidInOneLine() {
        Failure failure = assertThrows(
                Failure.class,
                () -> doors.open(
                        "ftp",
                        address("2121"),
                        given,
                        false,
                        at -> {
                            throw new BindException("Address already in use");
                        },
                        door -> null));
        assertEquals("ftp cannot listen on 127.0.0.1:2121: Address already in use", failure.getMessage());
    }

    @Test
    void allDoorsAreClosedTheLastOneFirst() {
        List<String> closed = new ArrayList<>();
        for (String name : List.of("ftp", "telnet")) {
            doors.open(
                    name,
                    address("0"),
                    given,
                    false,
                    at -> () -> closed.add(name),
                    door -> address("1").socketAddress());
        }
        doors.close();
        assertEquals(List.of("telnet", "ftp"), closed);
    }

    private String notices() {
        return notices.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
