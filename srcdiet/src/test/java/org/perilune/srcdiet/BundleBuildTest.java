package org.perilune.srcdiet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleBuildTest {
    @TempDir
    private Path folder;

    private Path sources;
    private Path output;

    @BeforeEach
    void writeSources() throws IOException {
        sources = Files.createDirectory(folder.resolve("lua"));
        output = folder.resolve("out/fast");
        Files.writeString(
                sources.resolve("server.lua"),
                "--[[SPLIT MODULE srv]]\nlocal module = {}\nreturn module\n--[[SPLIT HERE srv-open]]\nprint( \"open\" )\n");
        Files.writeString(sources.resolve("alone.lua"), "-- nothing to split\nreturn 1000\n");
        Files.writeString(sources.resolve("readme.txt"), "no Lua");
    }

    private String build(String limit) throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(printed, false, StandardCharsets.UTF_8)) {
            BundleBuild.run(List.of(sources.toString(), output.toString(), limit), Sources.JUDGE, out);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void piecesAndIndexAreWritten() throws IOException {
        build("4096");
        assertEquals("local a={}return a", Files.readString(output.resolve("srv.lua")));
        assertEquals("print\"open\"", Files.readString(output.resolve("srv-open.lua")));
        assertEquals("return 1e3", Files.readString(output.resolve("alone.lua")));
        assertEquals(
                List.of(
                        "# generated from the Lua sources by the build; do not edit",
                        "# name\tmodule\tfirst\tbytes\tfile\tsource\tline",
                        "alone\talone\t-\t10\talone.lua\talone.lua\t2",
                        "srv\tsrv\tfirst\t18\tsrv.lua\tserver.lua\t2",
                        "srv-open\tsrv\t-\t11\tsrv-open.lua\tserver.lua\t5"),
                Files.readAllLines(output.resolve(FastBundleWriter.INDEX)));
    }

    @Test
    void bytesBeforeAndAfterArePrinted() throws IOException {
        List<String> lines = build("4096").lines().toList();
        assertEquals(4, lines.size());
        assertTrue(lines.get(1).matches("srv +32 -> +18 bytes"), lines.get(1));
        assertTrue(lines.get(3).startsWith("total of 3"), lines.get(3));
    }

    @Test
    void aPieceAboveTheLimitStopsTheBuildBeforeAnythingIsWritten() {
        DietException e = assertThrows(DietException.class, () -> build("17"));
        assertTrue(e.getMessage().contains("piece 'srv' has 18 bytes minified, the limit is 17"), e.getMessage());
        assertFalse(Files.exists(output));
    }

    @Test
    void twoFilesCannotOfferTheSamePiece() throws IOException {
        Files.writeString(sources.resolve("srv-open.lua"), "return 1");
        DietException e = assertThrows(DietException.class, () -> build("4096"));
        assertTrue(e.getMessage().contains("piece 'srv-open' is also in"), e.getMessage());
    }

    @Test
    void wrongArgumentsAreAnsweredWithTheUsage() {
        assertThrows(IllegalArgumentException.class, () -> build("4K"));
        sources = folder.resolve("missing");
        assertThrows(DietException.class, () -> build("4096"));
    }

    @Test
    void oneFileCanBePreparedAlone() throws IOException {
        List<FastSource.Prepared> prepared =
                FastSource.prepare(sources.resolve("server.lua"), DietLevel.MAXIMUM, Sources.JUDGE);
        assertEquals(
                List.of("srv", "srv-open"),
                prepared.stream().map(one -> one.piece().name()).toList());
        assertEquals(5, prepared.get(1).piece().firstLine());
    }
}
