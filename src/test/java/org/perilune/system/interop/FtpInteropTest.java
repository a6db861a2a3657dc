package org.perilune.system.interop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.perilune.board.storage.FileStore;
import org.perilune.ftp.FtpClient;

/**
 * Every client program against every server. A program that is not installed is reported as skipped, by its name; on
 * Debian {@code .ci/run} installs them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FtpInteropTest {
    private static final int[] SIZES = {0, 1, 255, 256, 257, 4096, 200_000};
    /** More than the file system has. */
    private static final int TOO_LARGE = 2_000_000;

    private final List<FtpTarget> targets = new ArrayList<>();

    @TempDir
    private Path folder;

    private interface TargetMaker {
        /** @param folder for files that its clients need */
        FtpTarget make(Path folder) throws IOException, GeneralSecurityException;
    }

    /** The servers; another one is another line. */
    private static final List<TargetMaker> TARGETS = List.of(
            folder -> new HostDoor(),
            folder -> new HostDoor(Certificates.madeAtStart(), folder),
            folder -> new BoardServer());

    static List<FtpProgram> programs() {
        return List.of(
                new Lftp(),
                new Curl(),
                new Tnftp(),
                new Ncftp(),
                new Wget(),
                new PythonFtplib(),
                new Rclone(),
                new Gio());
    }

    @AfterAll
    void close() throws IOException {
        for (FtpTarget target : targets) {
            target.close();
        }
    }

    @TestFactory
    Stream<DynamicNode> everyProgramAgainstEveryServer() throws IOException, GeneralSecurityException {
        List<DynamicNode> nodes = new ArrayList<>();
        for (TargetMaker maker : TARGETS) {
            FtpTarget target = maker.make(folder);
            targets.add(target);
            for (FtpProgram program : programs()) {
                if (target.certificate() != null && !program.speaksTls()) {
                    continue;
                }
                String name = program + " and the " + target;
                nodes.add(dynamicContainer(
                        name, new Trial(program, target, Files.createTempDirectory(folder, "home")).tests()));
            }
            nodes.add(dynamicTest("the board of the " + target + " is as it was", () -> assertUnharmed(target)));
        }
        return nodes.stream();
    }

    /** Nothing that the programs did has made the board restart or say a word. */
    private static void assertUnharmed(FtpTarget target) {
        assertEquals(1, target.printed().split("NodeMCU", -1).length - 1, target::printed);
        assertFalse(target.printed().matches("(?s).*(PANIC|traceback|E:M|not enough memory).*"), target::printed);
    }

    /** One program at one server. */
    private static final class Trial {
        private final FtpProgram program;
        private final FtpTarget target;
        private final FileStore files;
        private final Path home;
        private final List<DynamicNode> tests = new ArrayList<>();

        Trial(FtpProgram program, FtpTarget target, Path home) {
            this.program = program;
            this.target = target;
            this.files = target.files();
            this.home = home;
            program.use(home, target);
        }

        private static byte[] bytes(int size) {
            byte[] bytes = new byte[size];
            new Random(size).nextBytes(bytes);
            return bytes;
        }

        /** Reports say no display names, so the reason has them. */
        private void skipUnless(boolean possible, String test, String reason) {
            assumeTrue(possible, () -> {
                String skipped = program + " and the " + target + ", '" + test + "' skipped: " + reason;
                System.out.println(skipped);
                return skipped;
            });
        }

        /** What the program is not able to do is no test; what the server is not able to do is skipped by name. */
        private void add(Ability asked, String name, Executable body) {
            if (program.abilities().contains(asked)) {
                tests.add(dynamicTest(name, () -> {
                    skipUnless(program.isInstalled(), name, program + " is not installed");
                    skipUnless(target.abilities().contains(asked), name, "the " + target + " has no " + asked);
                    files.list().forEach(entry -> files.remove(entry.name()));
                    body.execute();
                }));
            }
        }

        List<DynamicNode> tests() {
            for (int size : SIZES) {
                add(Ability.UPLOAD, "uploads " + size + " bytes", () -> upload("a.bin", size));
                add(Ability.DOWNLOAD, "downloads " + size + " bytes", () -> download("a.bin", size));
            }
            for (String name : List.of("with a space", "n".repeat(27) + ".lua")) {
                add(Ability.UPLOAD, "uploads '" + name + "'", () -> upload(name, 300));
                add(Ability.DOWNLOAD, "downloads '" + name + "'", () -> download(name, 300));
            }
            add(Ability.LIST, "lists", this::list);
            add(Ability.UPLOAD, "overwrites", this::overwrite);
            add(Ability.RENAME, "renames", this::rename);
            add(Ability.DELETE, "deletes", this::delete);
            add(Ability.MIRROR_UP, "mirrors a folder up", this::mirrorUp);
            add(Ability.MIRROR_DOWN, "mirrors a folder down", this::mirrorDown);
            add(Ability.TIMES, "mirrors only what is newer", this::mirrorNewer);
            add(Ability.RESUME_UP, "goes on uploading", this::resumeUpload);
            add(Ability.RESUME_DOWN, "goes on downloading", this::resumeDownload);
            add(Ability.UPLOAD, "learns that the disk is full", this::fillDisk);
            add(Ability.STREAM_UP, "vanishes", this::vanish);
            return tests;
        }

        private void put(String name, byte[] content) {
            assertTrue(files.write(name, content));
        }

        private void upload(String name, int size) throws IOException {
            Run run = program.upload(Files.write(home.resolve("local"), bytes(size)), name);
            assertArrayEquals(bytes(size), files.read(name), run::toString);
            assertTrue(run.succeeded(), run::toString);
            assertEquals(1, files.list().size());
        }

        private void download(String name, int size) throws IOException {
            put(name, bytes(size));
            Path local = home.resolve("local");
            Files.deleteIfExists(local);
            Run run = program.download(name, local);
            assertTrue(run.succeeded(), run::toString);
            assertArrayEquals(bytes(size), Files.readAllBytes(local), run::toString);
        }

        private void list() {
            put("a.lua", bytes(1));
            put("with a space", bytes(2));
            put("http/b.html", bytes(3));
            Run root = program.list("");
            for (String name : List.of("a.lua", "with a space", "http")) {
                assertTrue(root.output().contains(name), root::toString);
            }
            Run inside = program.list("http");
            assertTrue(inside.output().contains("b.html"), inside::toString);
            assertTrue(!inside.output().contains("a.lua"), inside::toString);
        }

        private void overwrite() throws IOException {
            put("f", bytes(4000));
            upload("f", 50);
            upload("f", 5000);
        }

        private void rename() {
            put("old", bytes(10));
            Run run = program.rename("old", "new");
            assertArrayEquals(bytes(10), files.read("new"), run::toString);
            assertNull(files.find("old"));
        }

        private void delete() {
            put("f", bytes(10));
            put("g", bytes(10));
            Run run = program.delete("f");
            assertNull(files.find("f"), run::toString);
            assertEquals(1, files.list().size());
        }

        private static final Map<String, Integer> TREE =
                new TreeMap<>(Map.of("a.lua", 10, "b c.lua", 700, "sub/d.lua", 5000, "sub/deep/e", 0));

        private void mirrorUp() throws IOException {
            Path top = Files.createTempDirectory(home, "up");
            for (Map.Entry<String, Integer> entry : TREE.entrySet()) {
                Path file = top.resolve("www").resolve(entry.getKey());
                Files.createDirectories(file.getParent());
                Files.write(file, bytes(entry.getValue()));
            }
            Run run = program.mirrorUp(top.resolve("www"));
            assertTrue(run.succeeded(), run::toString);
            TREE.forEach(
                    (name, size) -> assertArrayEquals(bytes(size), files.read("www/" + name), () -> name + ": " + run));
            assertEquals(TREE.size(), files.list().size());
        }

        /** Two files change and keep their sizes, but only one of them becomes younger. */
        private void mirrorNewer() throws IOException {
            Path www = Files.createDirectory(
                    Files.createTempDirectory(home, "newer").resolve("www"));
            Path newer = Files.write(www.resolve("newer"), bytes(500));
            Path same = Files.write(www.resolve("same"), bytes(500));
            FileTime longAgo = FileTime.from(Instant.parse("2020-02-02T02:02:02Z"));
            Files.setLastModifiedTime(newer, longAgo);
            Files.setLastModifiedTime(same, longAgo);
            Run first = program.mirrorUp(www);
            assertTrue(first.succeeded(), first::toString);
            Files.write(newer, new byte[500]);
            Files.write(same, new byte[500]);
            Files.setLastModifiedTime(same, longAgo);
            Run second = program.mirrorUp(www);
            assertTrue(second.succeeded(), second::toString);
            assertArrayEquals(new byte[500], files.read("www/newer"), second::toString);
            assertArrayEquals(bytes(500), files.read("www/same"), second::toString);
        }

        private void mirrorDown() throws IOException {
            TREE.forEach((name, size) -> put("www/" + name, bytes(size)));
            Path into = Files.createTempDirectory(home, "down");
            Run run = program.mirrorDown("www", into);
            assertTrue(run.succeeded(), run::toString);
            for (Map.Entry<String, Integer> entry : TREE.entrySet()) {
                Path file = into.resolve("www").resolve(entry.getKey());
                assertTrue(Files.exists(file), () -> file + ": " + run);
                assertArrayEquals(bytes(entry.getValue()), Files.readAllBytes(file), run::toString);
            }
        }

        private void resumeUpload() throws IOException {
            byte[] whole = bytes(50_000);
            put("f", Arrays.copyOf(whole, 20_000));
            Run run = program.resumeUpload(Files.write(home.resolve("whole"), whole), "f");
            assertArrayEquals(whole, files.read("f"), run::toString);
        }

        private void resumeDownload() throws IOException {
            byte[] whole = bytes(50_000);
            put("f", whole);
            Path local = Files.write(home.resolve("part"), Arrays.copyOf(whole, 20_000));
            Run run = program.resumeDownload("f", local);
            assertArrayEquals(whole, Files.readAllBytes(local), run::toString);
        }

        private void fillDisk() throws IOException {
            put("f", bytes(300));
            Path large = Files.write(home.resolve("large"), bytes(TOO_LARGE));
            Run run = program.upload(large, "f");
            assertTrue(!program.tellsFailure() || !run.succeeded(), run::toString);
            if (!program.removesAfterFailure()) {
                assertArrayEquals(bytes(300), files.read("f"), run::toString);
                assertEquals(1, files.list().size());
            }
            Files.delete(large);
            upload("f", 400);
        }

        /** What the program was fed is more than a pipe holds, so it has sent some of it when it is killed. */
        private void vanish() throws IOException, InterruptedException {
            put("f", "old".getBytes(StandardCharsets.UTF_8));
            Process process = program.streamUp("f")
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolve("said").toFile())
                    .start();
            try (OutputStream input = process.getOutputStream()) {
                input.write(bytes(300_000));
                input.flush();
                process.destroyForcibly().waitFor();
            } catch (IOException e) {
                throw new AssertionError(Files.readString(home.resolve("said")), e);
            }
            // The server hears of both in the order in which they happen.
            try (FtpClient client = target.login()) {
                for (int i = 0; i < 20; i++) {
                    FtpClient.expect(226, client.upload("STOR g", bytes(i)));
                    assertEquals("old", new String(client.download("RETR f"), StandardCharsets.UTF_8));
                }
            }
            assertEquals(2, files.list().size());
        }
    }
}
