package org.perilune.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.perilune.board.Chip;
import org.perilune.flash.chip.NorChip;
import org.perilune.flash.nio.TimesStore;

class FsCommandTest extends CommandTest {
    @BeforeEach
    void makeImage() throws IOException {
        Files.createDirectories(folder.resolve("www/js"));
        Files.writeString(folder.resolve("init.lua"), "print'hello'");
        Files.writeString(folder.resolve("www/a.html"), "<p>");
        Files.writeString(folder.resolve("www/js/b.js"), "b()");
        Files.writeString(folder.resolve("www/.hidden"), "not this");
        succeeds("fs", "format", path("x.img"), "--size", "256K");
    }

    private String succeeds(String... args) {
        assertEquals(0, run(args), err::toString);
        assertEquals("", err.toString());
        return out.toString();
    }

    private void fails(String message, String... args) {
        assertEquals(2, run(args));
        assertComplains(message);
    }

    @Test
    void foldersArePutWithAllTheyHold() {
        assertEquals(
                "put        a.html (3 bytes)\nput        js/b.js (3 bytes)\n",
                succeeds("fs", "put", path("x.img"), path("www")));
        assertEquals("       3  a.html\n       3  js/b.js\n", succeeds("fs", "ls", path("x.img")));
        succeeds("fs", "put", path("x.img"), path("www"), path("init.lua"), "site/");
        assertTrue(succeeds("fs", "ls", path("x.img"))
                .endsWith("  site/a.html\n      12  site/init.lua\n       3  site/js/b.js\n"));
    }

    @Test
    void whatIsThereAlreadyIsLeftAlone() throws IOException {
        succeeds("fs", "put", path("x.img"), path("init.lua"));
        byte[] before = Files.readAllBytes(folder.resolve("x.img"));
        assertEquals("unchanged  init.lua\n", succeeds("fs", "put", path("x.img"), path("init.lua")));
        assertArrayEquals(before, Files.readAllBytes(folder.resolve("x.img")));
        Files.writeString(folder.resolve("init.lua"), "print'again'");
        assertEquals("put        init.lua (12 bytes)\n", succeeds("fs", "put", path("x.img"), path("init.lua")));
    }

    @Test
    void oneFileCanHaveAnotherNameOnTheBoard() throws IOException {
        succeeds("fs", "put", path("x.img"), path("init.lua"), "other \u00e9");
        assertEquals("      12  other \u00e9\n", succeeds("fs", "ls", path("x.img")));
        succeeds("fs", "get", path("x.img"), "other \u00e9", path("back"));
        assertEquals("print'hello'", Files.readString(folder.resolve("back")));
        succeeds("fs", "rm", path("x.img"), "other \u00e9");
        assertEquals("", succeeds("fs", "ls", path("x.img")));
    }

    @Test
    void readingLeavesTheImageAsItIs() throws IOException {
        succeeds("fs", "put", path("x.img"), path("init.lua"));
        byte[] before = Files.readAllBytes(folder.resolve("x.img"));
        String df = succeeds("fs", "df", path("x.img"));
        assertTrue(df.matches(" +total +used +free +files\n +233681 +502 +233179 +1\n"), df);
        assertEquals(path("x.img") + ": sound, 1 files\n", succeeds("fs", "check", path("x.img")));
        assertArrayEquals(before, Files.readAllBytes(folder.resolve("x.img")));
    }

    @Test
    void aChipFileIsReadAndWrittenInItsPartition() throws IOException {
        Chip chip = Chip.of(NorChip.inFile(folder.resolve("chip.bin")));
        chip.files().write("a", "board".getBytes(StandardCharsets.ISO_8859_1));
        fails(path("chip.bin") + ": another board has this chip", "fs", "put", path("chip.bin"), path("init.lua"));
        chip.close();
        succeeds("fs", "put", path("chip.bin"), path("init.lua"));
        Chip again = Chip.of(NorChip.inFile(folder.resolve("chip.bin")));
        assertEquals(12, again.files().find("init.lua").size());
        again.close();
        succeeds("fs", "format", path("chip.bin"));
        assertEquals("", succeeds("fs", "ls", path("chip.bin")));
    }

    @Test
    void eachFaultIsOneLine() throws IOException {
        fails(path("no.img") + ": no such file", "fs", "ls", path("no.img"));
        fails(path("init.lua") + ": is no flash image: it has 12 bytes", "fs", "ls", path("init.lua"));
        fails(path("init.lua") + ": is no flash image: it has 12 bytes", "fs", "format", path("init.lua"));
        fails(path("x.img") + ": has no file 'none'", "fs", "get", path("x.img"), "none");
        fails(path("x.img") + ": has no file 'none'", "fs", "rm", path("x.img"), "none");
        fails("zzz: no such file or folder; ", "fs", "put", path("x.img"), path("www"), "zzz");
        fails(path("x.img") + ": has 262144 bytes, not 131072", "fs", "format", path("x.img"), "--size", "128K");
        fails(path("n.img") + ": a file system of 5000 bytes", "fs", "format", path("n.img"), "--size", "5000");
        fails(path("n.img") + ": no such file", "fs", "format", path("n.img"));
        assertFalse(Files.exists(folder.resolve("n.img")));
        Files.write(folder.resolve("zeros"), new byte[8192 * 8]);
        fails(path("zeros") + ": holds no SPIFFS file system", "fs", "ls", path("zeros"));
        fails(path("zeros") + ": is no flash image; --size 65536", "fs", "format", path("zeros"));
        Files.write(folder.resolve("big"), new byte[300_000]);
        fails(path("big") + ": its 300000 bytes do not fit", "fs", "put", path("x.img"), path("big"));
        fails(
                path("init.lua") + ": its name has 40 bytes",
                "fs",
                "put",
                path("x.img"),
                path("init.lua"),
                "n".repeat(40));
        fails("ls, get, put", "fs");
    }

    @Test
    void foldersComeBackWithAllTheyHold() throws IOException {
        succeeds("fs", "put", path("x.img"), path("www"), path("init.lua"), "site/");
        assertEquals(
                "get        " + path("back/a.html") + " (3 bytes)\nget        " + path("back/init.lua")
                        + " (12 bytes)\nget        " + path("back/js/b.js") + " (3 bytes)\n",
                succeeds("fs", "get", path("x.img"), "site/", path("back")));
        assertEquals("b()", Files.readString(folder.resolve("back/js/b.js")));
        Files.writeString(folder.resolve("back/a.html"), "other");
        assertEquals(
                "get        " + path("back/a.html") + " (3 bytes)\nunchanged  " + path("back/init.lua")
                        + "\nunchanged  " + path("back/js/b.js") + "\n",
                succeeds("fs", "get", path("x.img"), "site/", path("back")));
        succeeds("fs", "get", path("x.img"), "/", path("all"));
        assertEquals("<p>", Files.readString(folder.resolve("all/site/a.html")));
        succeeds("fs", "rm", path("x.img"), "site/js/");
        assertEquals("       3  site/a.html\n      12  site/init.lua\n", succeeds("fs", "ls", path("x.img")));
        fails(path("x.img") + ": has no file 'none/'", "fs", "get", path("x.img"), "none/", path("back"));
    }

    @Test
    void aNameThatLeadsOutOfTheFolderIsRefused() {
        for (String name : new String[] {"a/../../evil", "/evil", "a//b", "a/."}) {
            succeeds("fs", "format", path("evil.img"), "--size", "128K");
            succeeds("fs", "put", path("evil.img"), path("init.lua"), name);
            fails(
                    "'" + name + "' on the board cannot be a file's name here",
                    "fs",
                    "get",
                    path("evil.img"),
                    "/",
                    path("to"));
            assertFalse(Files.exists(folder.resolve("evil")));
            assertFalse(Files.exists(folder.resolve("to")));
        }
    }

    @Test
    void theOldVersionStaysUnlessTheNewOneFits() throws IOException {
        succeeds("fs", "format", path("small.img"), "--size", "64K");
        Files.write(folder.resolve("f"), new byte[30_000]);
        succeeds("fs", "put", path("small.img"), path("f"));
        byte[] larger = new byte[40_000];
        larger[39_999] = 1;
        Files.write(folder.resolve("f"), larger);
        assertEquals(
                "put        f (40000 bytes), the old version removed first: there was no room for both\n",
                succeeds("fs", "put", path("small.img"), path("f")));
        Files.write(folder.resolve("f"), new byte[70_000]);
        fails(path("f") + ": its 70000 bytes do not fit, ", "fs", "put", path("small.img"), path("f"));
        assertTrue(err.toString().endsWith("; the old version of f stays\n"), err::toString);
        succeeds("fs", "get", path("small.img"), "f", path("back"));
        assertArrayEquals(larger, Files.readAllBytes(folder.resolve("back")));
        assertTrue(succeeds("fs", "check", path("small.img")).endsWith("sound, 1 files\n"));
    }

    @Test
    void timesOfChangesAreKeptBesideTheImage() throws IOException {
        Instant longAgo = Instant.parse("2020-01-01T00:00:00Z");
        succeeds("fs", "put", path("x.img"), path("init.lua"));
        Files.delete(folder.resolve("x.img.times"));
        Files.setLastModifiedTime(folder.resolve("x.img"), FileTime.from(longAgo));
        Instant before = Instant.now().minusSeconds(1);
        succeeds("fs", "put", path("x.img"), path("www"));
        TimesStore times = TimesStore.besideImage(folder.resolve("x.img"), InstantSource.system());
        assertEquals(longAgo, times.get("init.lua"));
        assertTrue(times.get("a.html").isAfter(before));
        succeeds("fs", "rm", path("x.img"), "a.html");
        assertFalse(Files.readString(folder.resolve("x.img.times")).contains("a.html"));
    }
}
