package org.perilune.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher and its archive of classes, in a copy of a built checkout. */
@EnabledOnOs(OS.LINUX)
class LauncherTest {
    private static final Path CHECKOUT =
            Path.of("").toAbsolutePath().getParent().getParent();
    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    private Path folder;

    /** The copy. */
    private Path top;
    /** A JDK whose {@code java} notes how it is called before it is called. */
    private Path jdk;

    private Path calls;

    @BeforeEach
    void copyWhatIsBuilt() throws IOException {
        Path jar = CHECKOUT.resolve("cli/target/perilune.jar");
        assumeTrue(Files.exists(jar), "the runnable jar is not built: " + jar);
        top = Files.createDirectories(folder.resolve("checkout")).toRealPath();
        Files.createDirectories(top.resolve("cli/target"));
        Files.createDirectories(top.resolve("target"));
        Files.copy(CHECKOUT.resolve("perilune"), top.resolve("perilune"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(top.resolve("pom.xml"), "");
        Files.setLastModifiedTime(top.resolve("pom.xml"), FileTime.from(Instant.EPOCH));
        Files.copy(jar, jar());
        Files.writeString(top.resolve("hello.lua"), "print('hello', ...)");
        calls = folder.resolve("calls");
        jdk = folder.resolve("jdk");
        Path home = Path.of(System.getProperty("java.home"));
        Files.createDirectories(jdk.resolve("bin"));
        Files.copy(home.resolve("release"), jdk.resolve("release"));
        Path java = Files.writeString(
                jdk.resolve("bin/java"),
                "#!/bin/sh\nprintf '%s\\n' \"$*\" >>'" + calls + "'\nexec '" + home.resolve("bin/java") + "' \"$@\"\n");
        assertTrue(java.toFile().setExecutable(true));
    }

    private Path jar() {
        return top.resolve("cli/target/perilune.jar");
    }

    private Path archive() {
        return top.resolve("cli/target/perilune-" + System.getProperty("java.runtime.version") + ".archive");
    }

    private Process start() throws IOException {
        return process(top.resolve("perilune").toString(), "exec", "hello.lua", "you");
    }

    private Process process(String... line) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().put("JAVA_HOME", jdk.toString());
        return builder.directory(top.toFile()).redirectErrorStream(true).start();
    }

    private static void assertSaysHello(Process process) throws IOException, InterruptedException {
        assertEquals("hello\tyou\n", new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue());
    }

    /** How the launcher has called java since this was asked last. */
    private List<String> calls() throws IOException {
        List<String> lines = Files.readAllLines(calls);
        Files.delete(calls);
        return lines;
    }

    private boolean usesArchive(String call) {
        return call.contains("=" + archive() + " ") && call.contains(" -jar " + jar() + " ");
    }

    private void assertArchiveIsMade() throws IOException {
        assertTrue(Files.size(archive()) > 1 << 20, "too small: " + archive());
    }

    @Test
    void theFirstStartMakesAnArchiveThatLaterOnesUse() throws Exception {
        assertSaysHello(start());
        assertArchiveIsMade();
        calls();
        assertSaysHello(start());
        List<String> later = calls();
        assertEquals(1, later.size(), later.toString());
        assertTrue(usesArchive(later.get(0)), later.toString());

        // The same call again, with a log of where classes come from instead of silence.
        String option = later.get(0).contains("AOTCache") ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=";
        Path log = folder.resolve("classes.log");
        assertSaysHello(process(
                jdk.resolve("bin/java").toString(),
                "-XX:+UseSerialGC",
                option + archive(),
                "-Xlog:class+load:file=\"" + log + "\"" + ":none",
                "-jar",
                jar().toString(),
                "exec",
                top.resolve("hello.lua").toString(),
                "you"));
        assertTrue(Files.readAllLines(log).stream()
                .anyMatch(line -> line.startsWith("org.perilune.board.Board source: shared objects file")));
    }

    @Test
    void anArchiveThatDoesNotFitIsPassedOverInSilenceAndReplacedWhenTheJarIsNewer() throws Exception {
        String content = "an archive of another kind";
        Files.writeString(archive(), content);
        assertSaysHello(start());
        assertEquals(content, Files.readString(archive()));
        Files.setLastModifiedTime(archive(), FileTime.from(Instant.EPOCH));
        assertSaysHello(start());
        assertArchiveIsMade();
    }

    @Test
    void aJdkThatDoesNotSayWhatItIsGetsNoArchive() throws Exception {
        Files.delete(jdk.resolve("release"));
        assertSaysHello(start());
        assertEquals(List.of("-XX:+UseSerialGC -jar " + jar() + " exec hello.lua you"), calls());
        assertFalse(Files.exists(archive()));
    }

    @Test
    void aJdkThatCannotMakeAnArchiveIsAskedOnce() throws Exception {
        Path java = jdk.resolve("bin/java");
        String refusing =
                Files.readString(java).replace("\nexec ", "\ncase \"$*\" in *Training*) exit 1 ;; esac\nexec ");
        Files.writeString(java, refusing);
        assertSaysHello(start());
        calls();
        assertSaysHello(start());
        assertEquals(List.of("-XX:+UseSerialGC -jar " + jar() + " exec hello.lua you"), calls());
    }

    @Test
    void manyFirstStartsAtOnceAllWork() throws Exception {
        List<Process> processes = List.of(start(), start(), start());
        for (Process process : processes) {
            assertSaysHello(process);
        }
        assertArchiveIsMade();
    }
}
