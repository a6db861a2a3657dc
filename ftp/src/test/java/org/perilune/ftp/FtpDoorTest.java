package org.perilune.ftp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.perilune.ftp.FtpClient.expect;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The server in front of a folder of the host, spoken to word by word. */
@Timeout(120)
class FtpDoorTest {
    private static final String PASSWORD = "secret";

    @TempDir
    private Path root;

    private FtpDoor door;
    private final List<FtpClient> clients = new ArrayList<>();

    private FtpConfig config() {
        return FtpConfig.of(root, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), "perilune", PASSWORD);
    }

    private void open(FtpConfig config) throws IOException {
        door = FtpDoor.open(config);
    }

    private FtpClient connect() throws IOException {
        if (door == null) {
            open(config());
        }
        FtpClient client = new FtpClient(door.address());
        clients.add(client);
        return client;
    }

    private FtpClient login() throws IOException {
        return connect().login("perilune", PASSWORD);
    }

    @AfterEach
    void close() throws IOException {
        for (FtpClient client : clients) {
            client.close();
        }
        if (door != null) {
            door.close();
        }
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(root)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    // ---- before login

    @Test
    void aClientMayAskBeforeItHasLoggedIn() throws IOException {
        FtpClient client = connect();
        expect(211, client.say("feat"));
        expect(200, client.say("OPTS UTF8 ON"));
        expect(200, client.say("opts utf8 on"));
        expect(215, client.say("SYST"));
        expect(200, client.say("NOOP"));
        expect(502, client.say("AUTH TLS"));
        expect(214, client.say("HELP"));
        expect(530, client.say("LIST"));
        expect(530, client.say("SITE RESTART"));
        expect(530, client.say("STOR x"));
        client.login("perilune", PASSWORD);
        expect(257, client.say("PWD"));
        expect(221, client.say("QUIT"));
        assertNull(client.reply());
    }

    @Test
    void whatIsAdvertisedIsThere() throws IOException {
        Files.write(root.resolve("f"), bytes(10));
        FtpClient client = login();
        List<String> features = expect(211, client.say("FEAT"))
                .lines()
                .filter(line -> line.startsWith(" "))
                .map(String::trim)
                .toList();
        assertEquals(
                List.of(
                        "EPRT",
                        "EPSV",
                        "MDTM",
                        "MFMT",
                        "MLST Size*;Modify*;Type*;Perm;",
                        "REST STREAM",
                        "SIZE",
                        "TVFS",
                        "UTF8"),
                features);
        expect(229, client.say("EPSV"));
        expect(213, client.say("MDTM f"));
        expect(213, client.say("MFMT 20200102030405 f"));
        assertTrue(client.say("MLST f").contains("\n Size=10;Modify=20200102030405.000;Type=file; f\n"));
        expect(200, client.say("OPTS MLST Perm;"));
        assertTrue(expect(250, client.say("MLST f")).contains("Perm="));
        expect(350, client.say("REST 5"));
        expect(213, client.say("SIZE f"));
        expect(504, client.say("MODE Z"));
        expect(502, client.say("MD5 f"));
    }

    @Test
    void nobodyComesInWithoutTheRightNameAndPassword() throws IOException {
        FtpClient client = connect();
        expect(331, client.say("USER perilune"));
        expect(530, client.say("PASS wrong"));
        expect(331, client.say("USER root"));
        expect(530, client.say("PASS " + PASSWORD));
        expect(530, connect().say("USER anonymous"));
        expect(503, connect().say("PASS " + PASSWORD));
        login();
    }

    @Test
    void anotherNameMayBeGivenUntilOneIsLoggedIn() throws IOException {
        FtpClient client = connect();
        expect(331, client.say("USER root"));
        expect(530, client.say("USER anonymous"));
        expect(501, client.say("USER"));
        expect(331, client.say("USER root"));
        expect(331, client.say("USER perilune"));
        expect(230, client.say("PASS " + PASSWORD));
        expect(230, client.say("USER perilune"));
        expect(230, client.say("PASS wrong"));
        expect(530, client.say("USER root"));
        expect(501, client.say("USER"));
        expect(257, client.say("PWD"));
        expect(200, client.say("EPSV ALL"));
        expect(220, client.say("REIN"));
        expect(530, client.say("PWD"));
        client.login("perilune", PASSWORD);
        expect(257, client.say("PWD"));
        expect(227, client.say("PASV"));
    }

    @Test
    void anotherNameGivesNoMoreTries() throws IOException {
        FtpClient client = connect();
        for (int tries = 0; tries < 3; tries++) {
            expect(331, client.say("USER root"));
            expect(331, client.say("USER perilune"));
            expect(530, client.say("PASS wrong"));
        }
        assertNull(client.reply());
    }

    @Test
    void guessingEndsTheConnectionAndThenTakesTime() throws IOException {
        for (int i = 0; i < 4; i++) {
            FtpClient guesser = connect();
            for (int tries = 0; tries < 3; tries++) {
                expect(331, guesser.say("USER perilune"));
                expect(530, guesser.say("PASS wrong"));
            }
            assertNull(guesser.reply());
        }
        login();
    }

    // ---- files

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 257, 4096, 200_000})
    void filesGoInAndOutUnchanged(int size) throws IOException {
        FtpClient client = login();
        expect(226, client.upload("STOR a file", bytes(size)));
        assertArrayEquals(bytes(size), Files.readAllBytes(root.resolve("a file")));
        assertArrayEquals(bytes(size), client.download("RETR a file"));
        expect(226, client.upload("STOR a file", bytes(77)));
        assertArrayEquals(bytes(77), client.download("RETR /a file"));
    }

    @Test
    void transfersGoOnWhereTheyEnded() throws IOException {
        byte[] whole = bytes(10_000);
        FtpClient client = login();
        expect(226, client.upload("STOR f", java.util.Arrays.copyOf(whole, 4000)));
        expect(226, client.upload(4000, "STOR f", java.util.Arrays.copyOfRange(whole, 4000, 9000)));
        expect(226, client.upload("APPE f", java.util.Arrays.copyOfRange(whole, 9000, 10_000)));
        assertArrayEquals(whole, Files.readAllBytes(root.resolve("f")));
        assertEquals(10, client.download(9990, "RETR f").length);
        // Some clients say where to begin before they say how.
        for (String between : List.of("TYPE I", "EPSV", "PASV", "EPSV 1")) {
            expect(350, client.say("REST 9000"));
            assertNotNull(client.say(between));
            assertEquals(1000, client.download("RETR f").length, between);
            assertEquals(10_000, client.download("RETR f").length, between);
        }
        expect(554, client.upload(10_001, "STOR f", bytes(1)));
    }

    @Test
    void activeTransfersGoToTheClientAlone() throws IOException {
        Files.write(root.resolve("f"), bytes(5000));
        FtpClient client = login();
        try (ServerSocket awaiting = client.active()) {
            client.send("RETR f");
            try (Socket data = awaiting.accept()) {
                expect(150, client.reply());
                assertArrayEquals(bytes(5000), data.getInputStream().readAllBytes());
            }
            expect(226, client.reply());
        }
        expect(501, client.say("PORT 127,0,0,2,4,5"));
        expect(501, client.say("PORT 1,2,3"));
    }

    /** Where the last one went to, or was awaited, counts no more; refused or cut off, neither. */
    @ParameterizedTest
    @ValueSource(strings = {"RETR f", "RETR none", "STOR g", "STOR .", "NLST", "MLSD none"})
    void eachTransferIsPreparedByItself(String transfer) throws IOException {
        Files.write(root.resolve("f"), bytes(50));
        FtpClient client = login();
        try (ServerSocket awaiting = client.active()) {
            client.send(transfer);
            if (client.reply().startsWith("150")) {
                awaiting.accept().close();
                assertNotNull(client.reply());
            }
            expect(503, client.say(transfer));
            expect(503, client.say("LIST"));
        }
        client.passive().close();
        if (client.say(transfer).startsWith("150")) {
            assertNotNull(client.reply());
        }
        expect(503, client.say(transfer));
        expect(503, client.say("LIST"));
    }

    @Test
    void extendedPassiveIsForTheProtocolOfTheSession() throws IOException {
        FtpClient client = login();
        expect(229, client.say("EPSV"));
        expect(229, client.say("EPSV 1"));
        assertTrue(expect(522, client.say("EPSV 2")).contains("(1)"));
        expect(522, client.say("EPSV 99999999999"));
        expect(501, client.say("EPSV IPv4"));
        expect(522, client.say("EPRT |2|::1|4000|"));
        expect(501, client.say("EPRT |1|localhost|4000|"));
        expect(501, client.say("EPRT |1|127.0.0.1|65536|"));
        expect(501, client.say("EPRT |1|127.0.0.1|0|"));
        expect(501, client.say("EPRT |1|127.0.0.2|4000|"));
        expect(501, client.say("EPRT |1|127.0.0.999|4000|"));
        expect(200, client.say("EPRT |1|127.0.0.1|4000|"));
        expect(200, client.say("eprt +1+127.0.0.1+4000+"));
    }

    @Test
    void extendedPassiveForAllRulesOutTheRest() throws IOException {
        Files.write(root.resolve("f"), bytes(50));
        FtpClient client = login();
        expect(200, client.say("epsv all"));
        expect(503, client.say("PASV"));
        expect(503, client.say("PORT 127,0,0,1,4,5"));
        expect(503, client.say("EPRT |1|127.0.0.1|4000|"));
        expect(200, client.say("EPSV ALL"));
        expect(200, client.say("TYPE I"));
        for (String command : List.of("EPSV", "EPSV 1")) {
            String reply = expect(229, client.say(command));
            int port = Integer.parseInt(reply.replaceAll(".*\\|(\\d+)\\|\\)", "$1"));
            try (Socket data = new Socket(InetAddress.getLoopbackAddress(), port)) {
                expect(150, client.say("RETR f"));
                assertArrayEquals(bytes(50), data.getInputStream().readAllBytes());
            }
            expect(226, client.reply());
        }
        expect(227, login().say("PASV"));
    }

    @Test
    void anIpv6SessionHasNoPasv() throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
        try {
            open(FtpConfig.of(root, new InetSocketAddress(loopback, 0), "perilune", PASSWORD));
        } catch (IOException e) {
            assumeTrue(false, "this machine has no IPv6");
        }
        FtpClient client = login();
        expect(425, client.say("PASV"));
        expect(229, client.say("EPSV 2"));
        assertTrue(expect(522, client.say("EPSV 1")).contains("(2)"));
        expect(522, client.say("EPRT |1|127.0.0.1|4000|"));
        try (ServerSocket awaiting = new ServerSocket(0, 1, loopback)) {
            expect(200, client.say("EPRT |2|::1|" + awaiting.getLocalPort() + "|"));
            client.send("NLST");
            awaiting.accept().close();
            expect(150, client.reply());
            expect(226, client.reply());
        }
    }

    @Test
    void foldersAreMadeEnteredListedAndRemoved() throws IOException {
        FtpClient client = login();
        expect(257, client.say("MKD www"));
        expect(250, client.say("CWD www"));
        expect(226, client.upload("STOR a.html", bytes(9)));
        assertTrue(client.say("PWD").contains("\"/www\""));
        for (String listing : List.of("LIST", "LIST -a", "LIST -la", "LIST *.html", "NLST", "MLSD", "LIST /www")) {
            assertTrue(client.list(listing).contains("a.html"), listing);
        }
        assertTrue(client.list("LIST").matches("-rw-------\\s+1 perilune perilune\\s+9 [A-Z][a-z]{2} .* a.html\\R"));
        expect(250, client.say("CDUP"));
        expect(350, client.say("RNFR www/a.html"));
        expect(250, client.say("RNTO b.html"));
        expect(250, client.say("RMD www"));
        expect(250, client.say("DELE b.html"));
        assertEquals(List.of(), names());
    }

    /** In a root with the files a, [a], *, and " b " (which the argument has as _b_), and the folders x/ and [x]/. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
                    NLST           | [x] x _b_ * [a] a
                    NLST /         | /[x] /x /_b_ /* /[a] /a
                    NLST .         | ./[x] ./x ./_b_ ./* ./[a] ./a
                    NLST a         | a
                    NLST ?         | x * a
                    NLST [a]       | [a]
                    NLST [ab]      | a
                    NLST *         | *
                    NLST [         |
                    NLST _b_       | _b_
                    NLST x         | x/c
                    NLST x/        | x/c
                    NLST x/*       | x/c
                    NLST /x/*      | /x/c
                    NLST -a x/?    | x/c
                    NLST [x]       | [x]/d
                    NLST [x]/*     | [x]/d
                    NLST none      |
                    NLST none/*    |
                    NLST ../x/../a | ../x/../a
                    """)
    void namesAreListedAsTheyWereAskedFor(String command, String names) throws IOException {
        for (String name : List.of("a", "[a]", "*", " b ")) {
            Files.write(root.resolve(name), bytes(1));
        }
        Files.write(Files.createDirectory(root.resolve("x")).resolve("c"), bytes(1));
        Files.write(Files.createDirectory(root.resolve("[x]")).resolve("d"), bytes(1));
        String listing = login().list(command.replace('_', ' '));
        assertEquals(
                names == null ? "" : names,
                listing.replace(' ', '_').replace("\r\n", " ").trim());
    }

    @Test
    void whatLooksLikeAPatternMayBeAName() throws IOException {
        Files.write(Files.createDirectory(root.resolve("[x]")).resolve("d"), bytes(1));
        Files.write(Files.createDirectory(root.resolve("x")).resolve("c"), bytes(1));
        FtpClient client = login();
        assertTrue(client.list("MLSD [x]").endsWith("; d\r\n"));
        assertTrue(client.list("LIST [x]").endsWith(" d\r\n"));
        assertTrue(client.list("LIST [x]/d").endsWith(" d\r\n"));
        assertTrue(client.list("NLST -l [x]").endsWith(" d\r\n"));
        assertTrue(client.list("LIST [w-z]").endsWith(" x\r\n"));
        expect(227, client.say("PASV"));
        expect(550, client.say("MLSD [w-z]/c"));
        expect(200, client.say("NOOP"));
    }

    @Test
    void spacesBelongToNames() throws IOException {
        FtpClient client = login();
        expect(226, client.upload("STOR a", bytes(1)));
        expect(226, client.upload("STOR a ", bytes(2)));
        expect(226, client.upload("STOR  a", bytes(3)));
        assertEquals(List.of(" a", "a", "a "), names());
        assertArrayEquals(bytes(2), client.download("RETR a "));
        assertArrayEquals(bytes(3), client.download("RETR  a"));
        expect(213, client.say("MFMT 20200102030405  a"));
        assertTrue(client.say("MDTM  a").startsWith("213 20200102030405"));
        assertTrue(client.say("MLST a ").contains("; a \n"));
        expect(250, client.say("DELE a "));
        assertEquals(List.of(" a", "a"), names());
        // Elsewhere they mean nothing.
        expect(200, client.say("TYPE I "));
        expect(200, client.say(" MODE S "));
        expect(350, client.say("REST 5  "));
    }

    @Test
    void renamingReplacesAFile() throws IOException {
        FtpClient client = login();
        expect(226, client.upload("STOR new", bytes(5)));
        expect(226, client.upload("STOR old", bytes(7)));
        expect(350, client.say("RNFR new"));
        expect(250, client.say("RNTO old"));
        assertEquals(List.of("old"), names());
        assertArrayEquals(bytes(5), Files.readAllBytes(root.resolve("old")));
    }

    @Test
    void timesAreToldAndSet() throws IOException {
        Instant time = Instant.parse("2021-02-03T04:05:06Z");
        Path file = Files.write(root.resolve("f"), bytes(1));
        Files.setLastModifiedTime(file, FileTime.from(time));
        FtpClient client = login();
        assertTrue(client.say("MDTM f").startsWith("213 20210203040506"));
        expect(213, client.say("MFMT 20220304050607 f"));
        assertEquals(FileTime.from(Instant.parse("2022-03-04T05:06:07Z")), Files.getLastModifiedTime(file));
    }

    // ---- what strict clients look at

    /** In a root with a file, an empty folder and a full one; {@code ;} stands between commands, the last one counts. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    RNFR none           | 550 There is no such file.
                    RNFR file           | 350
                    RNFR empty          | 350
                    RNFR                | 501
                    RNTO x              | 503
                    RNFR file;NOOP;RNTO x | 503
                    RNFR file;RNTO      | 501
                    DELE none           | 550 There is no such file.
                    DELE empty          | 550
                    DELE                | 501
                    DELE file           | 250
                    RMD none            | 550
                    RMD file            | 550
                    RMD full            | 550 The folder is not empty.
                    RMD /               | 550
                    RMD                 | 501
                    RMD empty           | 250
                    MKD empty           | 550
                    MKD file            | 550
                    MKD                 | 501
                    MKD new             | 257
                    CWD none            | 550
                    CWD file            | 550
                    CWD empty           | 250
                    CWD ..              | 250 Directory changed to /
                    CWD ../../empty     | 250 Directory changed to /empty
                    CDUP                | 250 Directory changed to /
                    CWD empty;CDUP      | 250 Directory changed to /
                    CWD empty;CWD ../.. | 250 Directory changed to /
                    SIZE none           | 550
                    SIZE empty          | 550
                    SIZE                | 501
                    SIZE file           | 213 3
                    MDTM none           | 550
                    MDTM empty          | 550 That is a folder.
                    MDTM                | 501
                    MDTM file           | 213
                    MFMT 20200101000000 none | 550
                    MFMT nonsense file  | 501
                    MFMT 20201301000000 file | 501
                    MFMT 20210229000000 file | 501
                    MFMT 20200229000000 | 501
                    MFMT                | 501
                    MFMT 20200229000000 empty | 550
                    MFMT 20200229000000.125 file;MDTM file | 213 20200229000000
                    REST x              | 501
                    REST -1             | 501
                    REST                | 501
                    REST 99999999999999999999 | 501
                    TYPE X              | 504
                    TYPE                | 501
                    STRU R              | 504
                    MODE                | 501
                    PORT x              | 501
                    PORT 127,0,0,1,0,0  | 501
                    PORT 127,0,0,1,256,1 | 501
                    PORT                | 501
                    EPRT x              | 501
                    EPRT                | 501
                    PASV;STOR           | 501
                    PASV;APPE           | 501
                    PASV;RETR           | 501
                    PASV;RETR none      | 550
                    PASV;RETR empty     | 550
                    PASV;REST 4;RETR file | 554
                    PASV;STOR empty     | 550
                    PASV;MLSD none      | 550
                    PASV;MLSD file      | 501
                    PASV;LIST none      | 450
                    STOR x              | 503
                    RETR file           | 503
                    LIST                | 503
                    NLST                | 503
                    MLSD                | 503
                    SYST                | 215 UNIX Type: L8
                    XPWD                | 257 "/" is the current folder.
                    XCWD empty          | 250
                    CWD empty;XCUP      | 250
                    XMKD new            | 257
                    XRMD empty          | 250
                    XYZ                 | 502 Command XYZ not implemented.
                    xyz file            | 502 Command XYZ not implemented.
                    XSTOR file          | 502 Command XSTOR not implemented.
                    XQUIT               | 502
                    ACCT x              | 502
                    """)
    void whatIsWrongIsAnsweredByTheRightCode(String commands, String reply) throws IOException {
        Files.write(root.resolve("file"), bytes(3));
        Files.createDirectory(root.resolve("empty"));
        Files.write(Files.createDirectory(root.resolve("full")).resolve("file"), bytes(1));
        FtpClient client = login();
        String last = null;
        for (String command : commands.split(";", -1)) {
            last = client.say(command);
        }
        assertNotNull(last);
        assertTrue(last.startsWith(reply), last);
        expect(200, client.say("NOOP"));
    }

    @Test
    void unknownCommandsAreNamedBeforeTheLoginToo() throws IOException {
        FtpClient client = connect();
        expect(530, client.say("XYZ"));
        expect(530, client.say("XPWD"));
        expect(502, client.say("AUTH TLS"));
        expect(502, client.say("PBSZ 0"));
    }

    @Test
    void quotesInNamesAreDoubled() throws IOException {
        FtpClient client = login();
        assertEquals("257 \"/a \"\"b\"\"\" is made.", client.say("MKD a \"b\""));
        expect(250, client.say("CWD a \"b\""));
        assertEquals("257 \"/a \"\"b\"\"\" is the current folder.", client.say("PWD"));
    }

    // ---- what must not be

    @ParameterizedTest
    @ValueSource(strings = {"../out", "/../out", "a/../../out", "../../../../out", "/..//out", "..//../out/."})
    void nothingLeadsAboveTheRoot(String path) throws IOException {
        Path outside = root.resolveSibling("out");
        FtpClient client = login();
        expect(550, client.say("CWD " + path));
        expect(226, client.upload("STOR " + path, bytes(3)));
        expect(213, client.say("SIZE out"));
        expect(250, client.say("DELE " + path));
        expect(257, client.say("MKD " + path));
        expect(250, client.say("CWD " + path));
        assertTrue(client.say("PWD").contains("\"/out\""));
        assertFalse(Files.exists(outside));
        assertEquals(List.of("out"), names());
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "/..", "../..", "a/../../.."})
    void aboveTheRootIsTheRoot(String path) throws IOException {
        FtpClient client = login();
        expect(550, client.upload("STOR " + path, bytes(3)));
        expect(550, client.say("DELE " + path));
        expect(550, client.say("RMD " + path));
        expect(550, client.say("MKD " + path));
        expect(250, client.say("CWD " + path));
        assertTrue(client.say("PWD").contains("\"/\""));
        assertTrue(Files.isDirectory(root));
    }

    @Test
    void oddNamesAreRefusedOrMeanWhatTheySay() throws IOException {
        open(config().withNameBytes(31));
        FtpClient client = login();
        expect(226, client.upload("STOR //f", bytes(3)));
        expect(226, client.upload("STOR ./g", bytes(3)));
        expect(553, client.upload("STOR a\0b", bytes(3)));
        expect(553, client.upload("STOR a\u0007b", bytes(3)));
        expect(226, client.upload("STOR " + "x".repeat(31), bytes(3)));
        expect(553, client.upload("STOR " + "x".repeat(32), bytes(3)));
        expect(553, client.upload("STOR " + "\u00e4".repeat(16), bytes(3)));
        expect(553, client.say("MKD " + "x".repeat(32)));
        expect(350, client.say("RNFR f"));
        expect(553, client.say("RNTO " + "y".repeat(32)));
        assertEquals(List.of("f", "g", "x".repeat(31)), names());
    }

    @Test
    void linesOfAnyLengthAndBytesOfAnyKindAreSurvived() throws IOException {
        FtpClient client = login();
        assertEquals("500 That line is too long.", client.say("A".repeat(100_000)));
        expect(502, client.say("\u0000\u0001"));
        client.control().getOutputStream().write(new byte[] {(byte) 0xff, (byte) 0xf4, (byte) 0xff, (byte) 0xf2});
        expect(226, client.say("ABOR"));
        client.control().getOutputStream().write("SIZE \u00e4\r\n".getBytes(StandardCharsets.ISO_8859_1));
        expect(550, client.reply());
        expect(200, client.say("NOOP"));
    }

    @Test
    void aClientThatVanishesLeavesTheOldFile() throws IOException {
        Files.write(root.resolve("f"), bytes(5));
        for (int i = 0; i < 100; i++) {
            FtpClient client = login();
            try (Socket data = client.passive()) {
                expect(150, client.say("STOR f"));
                data.getOutputStream().write(bytes(1000));
                if (i % 2 == 0) {
                    client.close();
                }
            }
            // A system closes what a killed process had open in any order.
            client.close();
        }
        FtpClient last = login();
        awaitUploadsEnded(last);
        assertArrayEquals(bytes(5), last.download("RETR f"));
        assertEquals(List.of("f"), names());
    }

    /** The server takes its time to notice: a refused delete of nothing proves nothing, an upload of its own does. */
    private static void awaitUploadsEnded(FtpClient client) throws IOException {
        expect(226, client.upload("STOR g", bytes(1)));
        expect(250, client.say("DELE g"));
    }

    @Test
    void anAbortedUploadLeavesTheOldFile() throws IOException {
        Files.write(root.resolve("f"), bytes(5));
        FtpClient client = login();
        for (int i = 0; i < 50; i++) {
            try (Socket data = client.passive()) {
                expect(150, client.say("STOR f"));
                data.getOutputStream().write(bytes(1000));
                client.send("ABOR");
            }
            // 425 when it came before the server had taken the data connection.
            expect(42, client.reply());
            expect(226, client.reply());
        }
        assertArrayEquals(bytes(5), client.download("RETR f"));
        assertEquals(List.of("f"), names());
    }

    /** The byte that is sent as urgent is in its place, whichever of the signal's it is; Python sends the line's end so. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "|ABOR\r\n",
                "\u00ff\u00f4\u00ff|\u00f2ABOR\r\n",
                "\u00ff\u00f4\u00ff\u00f2|ABOR\r\n",
                "ABOR\r\n|"
            })
    void aborIsUnderstoodHoweverItIsSent(String signal) throws IOException {
        FtpClient client = login();
        expect(227, client.say("PASV"));
        expect(150, client.say("STOR f"));
        int urgentEnd = signal.indexOf('|');
        byte[] bytes = signal.replace("|", "").getBytes(StandardCharsets.ISO_8859_1);
        if (urgentEnd > 0) {
            client.control().getOutputStream().write(bytes, 0, urgentEnd - 1);
            client.control().sendUrgentData(bytes[urgentEnd - 1]);
        }
        client.control().getOutputStream().write(bytes, urgentEnd, bytes.length - urgentEnd);
        expect(425, client.reply());
        expect(226, client.reply());
        expect(200, client.say("NOOP"));
    }

    @Test
    void aTransferWithoutADataConnectionIsEndedByAbor() throws IOException {
        FtpClient client = login();
        expect(227, client.say("PASV"));
        expect(150, client.say("STOR f"));
        client.send("ABOR");
        expect(425, client.reply());
        expect(226, client.reply());
        assertEquals(List.of(), names());
    }

    @Test
    void aFullDiskLeavesTheOldFile() throws IOException {
        open(config().withReplacer((file, content) -> {
            if (content.length > 100) {
                throw new DiskFullException(file, 100);
            }
            FileReplacer.beside().replace(file, content);
        }));
        FtpClient client = login();
        expect(226, client.upload("STOR f", bytes(100)));
        assertEquals(
                "552 The disk is full: no space left, about 100 bytes are free.", client.upload("STOR f", bytes(101)));
        assertArrayEquals(bytes(100), client.download("RETR f"));
        assertEquals(List.of("f"), names());
    }

    @Test
    void uploadsTakeNoMoreMemoryThanGranted() throws IOException {
        open(config().withLimits(new FtpLimits(
                4, 4, Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(30), 100_000)));
        FtpClient client = login();
        FtpClient other = login();
        try (Socket data = other.passive()) {
            expect(150, other.say("STOR half"));
            data.getOutputStream().write(bytes(60_000));
            expect(552, client.upload("STOR f", bytes(5_000_000)));
        }
        expect(226, other.reply());
        expect(226, client.upload("STOR f", bytes(90_000)));
    }

    @Test
    void whoeverSendsTooMuchIsHeardOutAndTold() throws IOException {
        open(config().withLimits(new FtpLimits(
                4, 4, Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(30), 1_000_000)));
        FtpClient client = login();
        try (Socket data = client.passive()) {
            expect(150, client.say("STOR f"));
            for (int i = 0; i < 100; i++) {
                data.getOutputStream().write(bytes(100_000));
            }
        }
        expect(552, client.reply());
        assertEquals(List.of(), names());
    }

    // ---- limits

    @Test
    void whoeverOnlyHoldsConnectionsKeepsNobodyOut() throws IOException {
        open(config().withLimits(new FtpLimits(
                2, 3, Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(30), 100_000)));
        List<FtpClient> silent = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            silent.add(connect());
        }
        FtpClient first = login();
        FtpClient second = login();
        expect(421, connect().say("USER perilune"));
        expect(200, first.say("NOOP"));
        expect(200, second.say("NOOP"));
        assertNull(silent.get(0).reply());
    }

    @Test
    void whoeverHasLoggedOutCountsAsOneWhoHasNotLoggedIn() throws IOException {
        open(config().withLimits(new FtpLimits(
                4, 2, Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(30), 100_000)));
        FtpClient first = login();
        expect(220, first.say("REIN"));
        FtpClient second = connect();
        FtpClient third = connect();
        assertNull(first.reply());
        second.login("perilune", PASSWORD);
        third.login("perilune", PASSWORD);
    }

    @Test
    void theSilentAreSentAway() throws IOException {
        open(config().withLimits(new FtpLimits(
                4, 4, Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(1), 100_000)));
        assertNull(connect().reply());
        FtpClient client = login();
        expect(227, client.say("PASV"));
        expect(150, client.say("STOR f"));
        expect(425, client.reply());
        assertNull(client.reply());
    }

    @Test
    void dataPortsAreThoseOfTheRange() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        open(config().withDataPorts(PortRange.of(port, port)));
        FtpClient client = login();
        assertTrue(client.say("PASV").endsWith("," + port / 256 + "," + port % 256 + ")"));
        assertTrue(client.say("EPSV").endsWith("(|||" + port + "|)"));
        expect(425, login().say("PASV"));
    }

    @Test
    void aPortThatIsTakenIsAnError() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            FtpConfig config = FtpConfig.of(
                    root, new InetSocketAddress(InetAddress.getLoopbackAddress(), taken.getLocalPort()), "u", "p");
            assertThrows(IOException.class, () -> FtpDoor.open(config));
        }
    }

    @Test
    void noThreadOutlivesTheServer() throws Exception {
        open(config());
        FtpClient transferring = login();
        expect(227, transferring.say("PASV"));
        expect(150, transferring.say("STOR f"));
        try (Socket data = login().passive()) {
            assertNotNull(data);
            door.close();
        }
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().matches("Nio.*|pool-.*")) {
                thread.join();
            }
        }
        assertEquals(List.of(), names());
    }

    // ---- SITE

    @Test
    void siteSpeaksToTheBoard() throws IOException {
        List<String> asked = new ArrayList<>();
        open(config().withBoard(new BoardControl() {
            @Override
            public void reloadLfs(String name) throws IOException {
                asked.add(name);
                if (name.equals("bad.img")) {
                    throw new IOException("bad.img: no image");
                }
            }

            @Override
            public void restart() {
                asked.add("restart");
            }

            @Override
            public int heap() {
                return 40616;
            }
        }));
        FtpClient client = login();
        assertEquals("200 40616 bytes free", client.say("site heap"));
        expect(200, client.say("SITE LFS RELOAD lfs.img"));
        assertEquals("450 bad.img: no image", client.say("SITE LFS RELOAD bad.img"));
        expect(200, client.say("SITE RESTART"));
        expect(504, client.say("SITE CHMOD 644 f"));
        assertTrue(client.say("SITE HELP").contains("LFS RELOAD name"));
        assertEquals(List.of("lfs.img", "bad.img", "restart"), asked);
    }

    @Test
    void withoutABoardSiteHasNothingToSay() throws IOException {
        FtpClient client = login();
        expect(504, client.say("SITE RESTART"));
        assertFalse(client.say("SITE HELP").contains("RESTART"));
    }
}
