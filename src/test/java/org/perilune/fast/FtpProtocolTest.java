package org.perilune.fast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.perilune.board.Chip;

/** The board's FTP server, reply by reply, with what the clients of this world send. */
class FtpProtocolTest {
    private FtpBoard board;

    @BeforeEach
    void open() throws IOException {
        board = FtpBoard.serving(Chip.inMemory());
    }

    @AfterEach
    void close() {
        board.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    // ---- before and at login

    @Test
    void aClientMayAskAroundBeforeItLogsIn() throws IOException {
        try (FtpClient client = FtpClient.connected(board.port())) {
            client.expect("220 .*");
            assertEquals("211-Features\n EPSV\n PASV\n REST STREAM\n SIZE\n UTF8\n211 End", client.ask("FEAT"));
            client.ask("opts utf8 on", "200 .*");
            client.ask("OPTS MLST size", "501 .*");
            client.ask("AUTH TLS", "502 .*");
            client.ask("SYST", "215 UNIX.*");
            client.ask("noop", "200 .*");
            client.ask("SITE HELP", "504 .*");
            client.ask("PWD", "530 .*");
            client.ask("STOR x", "530 .*");
            client.ask("EPSV", "530 .*");
            client.ask("BOGUS", "502 .*");
            client.ask("", "502 .*");
            client.ask("QUIT", "221 .*");
            assertTrue(client.isEnded());
        }
    }

    @Test
    void aWrongPasswordIsRefusedAndTheThirdEndsTheSession() throws IOException {
        try (FtpClient client = FtpClient.connected(board.port())) {
            client.expect("220 .*");
            client.ask("PASS " + FtpBoard.PASSWORD, "503 .*");
            client.ask("USER " + FtpBoard.USER, "331 .*");
            client.ask("PASS wrong", "530 .*");
            client.ask("PWD", "530 .*");
            client.ask("USER nobody", "331 .*");
            client.ask("PASS " + FtpBoard.PASSWORD, "530 .*");
            client.ask("USER " + FtpBoard.USER, "331 .*");
            client.ask("PASS tide  pool", "421 .*");
            assertTrue(client.isEnded());
        }
    }

    // ---- the control connection

    @Test
    void commandsMayComeInPiecesOrTogether() throws IOException {
        try (FtpClient client = board.login()) {
            client.send("NO");
            client.send("OP\r");
            client.send("\nPWD\r\nTYPE I\n");
            client.expect("200 .*");
            client.expect("257 \"/\"");
            client.expect("200 .*");
        }
    }

    @Test
    void aFloodOfCommandsEndsTheSessionAndNothingElse() throws IOException {
        try (FtpClient client = board.login();
                FtpClient other = board.login()) {
            client.send("x".repeat(2000));
            client.expect("500 .*");
            assertTrue(client.isEnded());
            other.ask("NOOP", "200 .*");
        }
    }

    @Test
    void commandsInAdvanceAreAnsweredOneByOneAndCostLittleHeap() throws IOException {
        try (FtpClient client = board.login()) {
            board.watch();
            for (int i = 0; i < 20; i++) {
                client.send("FEAT\r\n".repeat(100));
                for (int j = 0; j < 100; j++) {
                    client.expect("211-(?s).*");
                }
            }
            assertTrue(board.least() > 20_000, () -> "only " + board.least() + " bytes were free");
        }
    }

    @Test
    void settingsThatMakeSenseAreTaken() throws IOException {
        try (FtpClient client = board.login()) {
            client.ask("TYPE A", "200 .*");
            client.ask("type a n", "200 .*");
            client.ask("TYPE I", "200 .*");
            client.ask("TYPE L 8", "200 .*");
            client.ask("TYPE E", "504 .*");
            client.ask("MODE S", "200 .*");
            client.ask("MODE Z", "504 .*");
            client.ask("STRU F", "200 .*");
            client.ask("STRU R", "504 .*");
            client.ask("ALLO 1000", "200 .*");
            client.ask("ALLO 99999999", "552 .*");
            client.ask("REST 10", "350 .*");
            client.ask("REST -1", "501 .*");
            client.ask("NOOP2", "502 .*");
            client.ask("ABOR", "226 .*");
        }
    }

    @Test
    void whatCannotBeDoneHonestlyIsNotImplemented() throws IOException {
        try (FtpClient client = board.login()) {
            for (String command : new String[] {
                "PORT 127,0,0,1,10,10", "EPRT |1|127.0.0.1|2000|", "MDTM x", "MFMT 20200101000000 x", "MLSD", "STOU"
            }) {
                client.ask(command, "502 .*");
            }
        }
    }

    // ---- data connections

    @Test
    void bothPassiveCommandsGiveAPortWithinReach() throws IOException {
        try (FtpClient client = board.login()) {
            String reply = client.ask("PASV");
            assertTrue(reply.matches("227 .*\\(127,0,0,1,[0-9]+,[0-9]+\\)"), reply);
            String[] numbers =
                    reply.substring(reply.indexOf('(') + 1, reply.indexOf(')')).split(",", -1);
            int port = Integer.parseInt(numbers[4]) * 256 + Integer.parseInt(numbers[5]);
            try (Socket data = new Socket(InetAddress.getLoopbackAddress(), port)) {
                client.ask("LIST", "150 .*");
                assertEquals(-1, data.getInputStream().read());
                client.expect("226 .*");
            }
            client.ask("EPSV 1", "229 .*");
            client.ask("EPSV 2", "522 .*");
            client.ask("EPSV ALL", "200 .*");
        }
    }

    @Test
    void aTransferWithoutAPassiveCommandIsRefused() throws IOException {
        try (FtpClient client = board.login()) {
            client.ask("LIST", "425 .*");
            client.ask("STOR a", "425 .*");
            client.ask("RETR a", "425 .*");
            client.put("a", bytes("1"));
            client.ask("RETR a", "425 .*");
        }
    }

    @Test
    void theClientMayConnectAfterItsCommand() throws IOException {
        try (FtpClient client = board.login()) {
            client.put("a", bytes("late"));
            String reply = client.ask("EPSV");
            client.send("RETR a\r\n");
            int port = Integer.parseInt(reply.replaceAll(".*\\|([0-9]+)\\|.*", "$1"));
            try (Socket data = new Socket(InetAddress.getLoopbackAddress(), port)) {
                assertArrayEquals(bytes("late"), data.getInputStream().readAllBytes());
            }
            client.expect("150 .*");
            client.expect("226 .*");
        }
    }

    @Test
    void dataThatComesBeforeItsCommandIsNotLost() throws IOException {
        try (FtpClient client = board.login()) {
            try (Socket data = client.data()) {
                data.getOutputStream().write(bytes("early"));
                client.ask("NOOP", "200 .*");
                client.ask("STOR a", "150 .*");
            }
            client.expect("226 .*");
            assertArrayEquals(bytes("early"), client.get("a"));
        }
    }

    @Test
    void aWholeWindowOfDataBeforeItsCommandIsNotLostEither() throws IOException {
        byte[] content = bytes("0123456789".repeat(2000));
        try (FtpClient client = board.login()) {
            try (Socket data = client.data()) {
                data.getOutputStream().write(content);
                board.awaitTrue("#(FTP[1].early or {})>3");
                client.ask("STOR a", "150 .*");
            }
            client.expect("226 .*");
            assertArrayEquals(content, client.get("a"));
        }
    }

    @Test
    void onlyTheClientItselfGetsItsData() throws IOException {
        try (FtpClient client = board.login()) {
            client.put("a", bytes("secret"));
            String reply = client.ask("EPSV");
            int port = Integer.parseInt(reply.replaceAll(".*\\|([0-9]+)\\|.*", "$1"));
            try (Socket stranger = new Socket()) {
                stranger.bind(new InetSocketAddress("127.0.0.9", 0));
                stranger.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                assertEquals(-1, stranger.getInputStream().read());
            }
            try (Socket data = new Socket(InetAddress.getLoopbackAddress(), port)) {
                client.ask("RETR a", "150 .*");
                assertArrayEquals(bytes("secret"), data.getInputStream().readAllBytes());
            }
            client.expect("226 .*");
        }
    }

    // ---- names and folders

    @Test
    void foldersAreTheBeginningsOfNames() throws IOException {
        try (FtpClient client = board.login()) {
            client.ask("CWD http", "550 .*");
            client.ask("MKD http", "257 \"/http\"");
            client.ask("MKD http", "550 .*");
            client.ask("CWD http", "250 .*");
            client.ask("PWD", "257 \"/http\"");
            client.put("a.html", bytes("<p>"));
            client.ask("CWD a.html", "550 .*");
            client.ask("CWD /http/.", "250 .*");
            client.ask("CDUP", "250 .*");
            client.ask("XPWD", "257 \"/\"");
            client.ask("CWD ..", "250 .*");
            client.ask("SIZE http/a.html", "213 3");
            client.ask("SIZE /http/../http//a.html", "213 3");
            client.ask("SIZE http", "550 .*");
            client.ask("SIZE /", "550 .*");
            client.ask("RMD http", "550 .*");
            client.ask("DELE http/a.html", "250 .*");
            client.ask("DELE http/a.html", "550 .*");
            client.ask("CWD http", "250 .*");
            client.ask("RMD /http", "250 .*");
            client.ask("RMD /http", "550 .*");
            client.ask("CWD /", "250 .*");
            client.ask("MKD a/b/c", "257 .*");
            client.ask("CWD a/b", "250 .*");
            client.ask("RMD /a/b", "550 .*");
            client.ask("RMD c", "250 .*");
            client.ask("RMD /a/b", "250 .*");
            client.ask("CWD /a", "250 .*");
        }
    }

    @Test
    void noFileTakesTheNameOfAFolder() throws IOException {
        try (FtpClient client = board.login()) {
            client.put("file", bytes("1"));
            client.put("full/file", bytes("2"));
            client.ask("MKD empty", "257 .*");
            for (String folder : new String[] {"full", "empty"}) {
                client.ask("EPSV", "229 .*");
                client.ask("STOR " + folder, "553 .*");
                client.ask("APPE " + folder, "553 .*");
                client.ask("RNFR file", "350 .*");
                client.ask("RNTO " + folder, "553 .*");
            }
            assertEquals(Set.of("file", "full/file"), board.names());
            // What the board itself calls so can be replaced.
            board.type("file.putcontents('full','3')");
            client.put("full", bytes("4"));
            client.ask("RNFR file", "350 .*");
            client.ask("RNTO full", "250 .*");
            assertArrayEquals(bytes("1"), client.get("full"));
        }
    }

    @Test
    void aFolderMadeByOneClientIsThereForAnother() throws IOException {
        try (FtpClient one = board.login();
                FtpClient other = board.login()) {
            one.ask("MKD shared", "257 .*");
            other.ask("CWD shared", "250 .*");
        }
    }

    @Test
    void foldersBeyondCountingAreForgottenNotHoarded() throws IOException {
        try (FtpClient client = board.login()) {
            for (int i = 0; i < 100; i++) {
                client.ask("MKD folder number " + i, "257 .*");
            }
            client.ask("CWD /folder number 99", "250 .*");
            client.ask("CWD /folder number 0", "550 .*");
            assertEquals("true", board.type("=#FTP.dirs<=400"));
        }
    }

    @Test
    void namesThatDoNotFitAreRefused() throws IOException {
        try (FtpClient client = board.login()) {
            String longest = "a name of thirty-one characters";
            assertEquals(31, longest.length());
            client.put(longest, bytes("x"));
            assertArrayEquals(bytes("x"), client.get(longest));
            client.ask("EPSV", "229 .*");
            client.ask("STOR " + longest + "!", "553 .*");
            client.ask("STOR /", "553 .*");
            client.ask("STOR", "553 .*");
            client.ask("STOR a\0b", "553 .*");
            client.ask("STOR a\tb", "553 .*");
            client.ask("STOR ftp~1", "553 .*");
            client.ask("RETR " + longest + "!", "550 .*");
            client.ask("MKD " + longest, "553 .*");
            client.ask("MKD " + longest + "!", "553 .*");
            client.ask("SIZE " + longest + "!", "550 .*");
            client.ask("RNFR " + longest, "350 .*");
            client.ask("RNTO " + longest + "!", "553 .*");
            client.ask("RNFR " + longest, "350 .*");
            client.ask("RNTO ftp~1", "553 .*");
        }
    }

    @Test
    void oddNamesArriveAsTheyAre() throws IOException {
        try (FtpClient client = board.login()) {
            for (String name :
                    new String[] {" a", "a b", "%d+", "[x]", "a.b-c", "-la", "\u00e9\u00ff", "\u00c3\u00a9"}) {
                client.put(name, bytes(name));
                assertArrayEquals(bytes(name), board.file(name));
                client.ask("SIZE " + name, "213 " + name.length());
                client.ask("MKD d" + name, "257 .*");
                client.ask("CWD d" + name, "250 .*");
                client.ask("CWD /", "250 .*");
                client.ask("DELE " + name, "250 .*");
                assertNull(board.file(name));
            }
        }
    }

    // ---- listings

    @Test
    void listingsTakeOptionsNamesAndPatterns() throws IOException {
        try (FtpClient client = board.login()) {
            client.put("init.lua", bytes("print(1)"));
            client.put("a b.txt", bytes(""));
            client.put("http/x.html", bytes("123"));
            client.put("http/css/y.css", bytes("12345"));
            client.ask("MKD empty", "257 .*");
            String file = "-rw-r--r-- 1 ftp ftp ";
            String folder = "drwxr-xr-x 1 ftp ftp        0 Jan  1  1970 ";
            for (String command : new String[] {"LIST", "LIST -la", "LIST -a /", "list -l -a"}) {
                assertLines(
                        client.listing(command),
                        file + "       8 Jan  1  1970 init.lua",
                        file + "       0 Jan  1  1970 a b.txt",
                        folder + "http",
                        folder + "empty");
            }
            assertLines(client.listing("LIST http"), file + "       3 Jan  1  1970 x.html", folder + "css");
            assertLines(client.listing("LIST http/x.html"), file + "       3 Jan  1  1970 x.html");
            assertLines(client.listing("LIST *.lua"), file + "       8 Jan  1  1970 init.lua");
            assertLines(client.listing("LIST empty"));
            assertLines(client.listing("LIST none"));
            assertLines(client.listing("NLST"), "init.lua", "a b.txt", "http", "empty");
            assertLines(client.listing("NLST http"), "http/x.html", "http/css");
            assertLines(client.listing("NLST /http/*.h?ml"), "/http/x.html");
            client.ask("CWD http", "250 .*");
            assertLines(client.listing("NLST"), "x.html", "css");
            assertLines(client.listing("NLST ../i*"), "../init.lua");
        }
    }

    @Test
    void aNameThatLooksLikeAPatternOrAnOptionIsAName() throws IOException {
        try (FtpClient client = board.login()) {
            client.put("a*b", bytes("1"));
            client.put("axb", bytes("2"));
            client.put("*/x", bytes("3"));
            client.put(" lead", bytes("4"));
            client.put("dir/[?]", bytes("5"));
            client.put("dir/[y]", bytes("6"));
            assertLines(client.listing("NLST a*b"), "a*b");
            assertLines(client.listing("NLST a?b"), "a*b", "axb");
            assertLines(client.listing("NLST *"), "*/x");
            assertLines(client.listing("NLST -a  lead"), " lead");
            assertLines(client.listing("NLST dir/[?]"), "dir/[?]");
            assertLines(client.listing("NLST /dir/[*"), "/dir/[?]", "/dir/[y]");
        }
    }

    private static void assertLines(String listing, String... lines) {
        List<String> expected = new ArrayList<>(List.of(lines));
        List<String> actual = new ArrayList<>(listing.isEmpty() ? List.of() : List.of(listing.split("\r\n", -1)));
        if (!listing.isEmpty()) {
            assertEquals("", actual.remove(actual.size() - 1), "the last line ends as well");
        }
        Collections.sort(expected);
        Collections.sort(actual);
        assertEquals(expected, actual);
    }

    @Test
    void aLongListingIsWhole() throws IOException {
        Set<String> names = new TreeSet<>();
        for (int i = 0; i < 150; i++) {
            names.add("folder/file number " + i);
        }
        board.ask(running -> {
            names.forEach(name -> running.chip().files().write(name, new byte[] {1}));
            return null;
        });
        try (FtpClient client = board.login()) {
            Set<String> listed =
                    new TreeSet<>(List.of(client.listing("NLST folder").strip().split("\r\n", -1)));
            assertEquals(names, listed);
            assertEquals(150, client.listing("LIST folder").split("\r\n", -1).length - 1);
            client.ask("CWD folder", "250 .*");
        }
    }

    @Test
    void moreNamesThanTheHeapHoldsAreListedByTheirFirstLetter() throws IOException {
        Set<String> names = new TreeSet<>();
        String letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-+";
        for (int i = 0; i < 700; i++) {
            names.add(letters.charAt(i % letters.length()) + " is file number " + i);
        }
        board.ask(running -> {
            names.forEach(name -> running.chip().files().write(name, new byte[] {1}));
            return null;
        });
        try (FtpClient client = board.login()) {
            Set<String> listed =
                    new TreeSet<>(List.of(client.listing("NLST").strip().split("\r\n", -1)));
            assertEquals(names, listed);
            client.ask("NOOP", "200 .*");
        }
        assertFalse(board.printed().contains("not enough memory"), board::printed);
    }

    // ---- renaming

    @Test
    void filesAndFoldersAreRenamed() throws IOException {
        try (FtpClient client = board.login()) {
            client.put("a", bytes("old a"));
            client.put("b", bytes("old b"));
            client.ask("RNTO b", "503 .*");
            client.ask("RNFR none", "550 .*");
            client.ask("RNFR a", "350 .*");
            client.ask("RNTO a", "250 .*");
            client.ask("RNFR a", "350 .*");
            client.ask("RNTO b", "250 .*");
            assertArrayEquals(bytes("old a"), client.get("b"));
            client.ask("SIZE a", "550 .*");
            client.ask("MKD New folder", "257 .*");
            client.ask("RNFR New folder", "350 .*");
            client.ask("RNTO www", "250 .*");
            client.ask("CWD New folder", "550 .*");
            client.ask("RNFR b", "350 .*");
            client.ask("RNTO www/b", "250 .*");
            client.put("www/css/c", bytes("c"));
            client.ask("RNFR www", "350 .*");
            client.ask("RNTO www/inside", "550 .*");
            client.ask("RNFR www", "350 .*");
            client.ask("RNTO a folder with a name, long", "553 .*");
            client.ask("RNFR www", "350 .*");
            client.ask("RNTO web 100%", "250 .*");
            assertEquals(Set.of("web 100%/b", "web 100%/css/c"), board.names());
            client.ask("CWD www", "550 .*");
            client.ask("CWD web 100%", "250 .*");
        }
    }
}
