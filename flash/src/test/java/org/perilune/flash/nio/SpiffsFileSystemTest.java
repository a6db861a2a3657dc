package org.perilune.flash.nio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.ClosedFileSystemException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perilune.flash.chip.NorChip;
import org.perilune.flash.spiffs.NoSpaceException;
import org.perilune.flash.spiffs.OpenMode;
import org.perilune.flash.spiffs.Spiffs;
import org.perilune.flash.spiffs.SpiffsFile;

class SpiffsFileSystemTest {
    private Spiffs spiffs;
    private Instant now = Instant.parse("2024-05-06T07:08:09Z");
    private final InstantSource clock = () -> now;
    private SpiffsFileSystem folders;
    private SpiffsFileSystem flat;

    @BeforeEach
    void mount() throws IOException {
        spiffs = Spiffs.format(NorChip.inMemory(256 << 10).whole());
        folders = SpiffsFileSystem.of(spiffs, Layout.FOLDERS, TimesStore.inMemory(clock));
        flat = SpiffsFileSystem.of(spiffs, Layout.FLAT, TimesStore.inMemory(clock));
    }

    private void put(String name, String content) throws IOException {
        try (SpiffsFile file = spiffs.open(name, OpenMode.WRITE)) {
            file.write(content.getBytes(java.nio.charset.StandardCharsets.UTF_8), 0, content.length());
        }
    }

    private static List<String> list(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.map(Path::toString).sorted().toList();
        }
    }

    @Test
    void namesAreShownFlatOrAsFolders() throws IOException {
        put("init.lua", "x");
        put("http/a.html", "yy");
        put("http/css/s.css", "zzz");
        assertEquals(List.of("/http/a.html", "/http/css/s.css", "/init.lua"), list(flat.getPath("/")));
        assertEquals(List.of("/http", "/init.lua"), list(folders.getPath("/")));
        assertEquals(List.of("/http/a.html", "/http/css"), list(folders.getPath("/http")));
        assertEquals("yy", Files.readString(flat.getPath("http/a.html")));
        assertEquals("zzz", Files.readString(folders.getPath("http", "css", "s.css")));
        assertEquals(1, flat.getPath("/http/a.html").getNameCount());
        assertEquals(flat.getPath("/"), flat.getPath("/http/a.html").getParent());
    }

    @Test
    void namesThatMakeNoPathStandInTheRoot() throws IOException {
        put("/odd", "1");
        put("a", "2");
        put("a/b", "3");
        put("\u00e9", "4");
        assertEquals(List.of("/%2Fodd", "/a", "/a%2Fb", "/\u00e9"), list(folders.getPath("/")));
        assertEquals("1", Files.readString(folders.getPath("/%2Fodd")));
        assertEquals("3", Files.readString(folders.getPath("/a%2Fb")));
        assertEquals("1", Files.readString(flat.getPath("//odd")));
        Files.writeString(folders.getPath("/\u4e2d"), "5");
        assertEquals("5", Files.readString(flat.getPath("\u4e2d")));
        assertEquals(3, spiffs.list().get(4).name().length());
    }

    @Test
    void filesAreWrittenReadAppendedAndRemoved() throws IOException {
        Path file = folders.getPath("/notes.txt");
        Files.writeString(file, "one\n");
        Files.writeString(file, "two\n", StandardOpenOption.APPEND);
        assertEquals(List.of("one", "two"), Files.readAllLines(file));
        assertEquals(8, Files.size(file));
        assertThrows(
                FileAlreadyExistsException.class, () -> Files.writeString(file, "", StandardOpenOption.CREATE_NEW));
        Files.delete(file);
        assertFalse(Files.exists(file));
        assertThrows(NoSuchFileException.class, () -> Files.readString(file));
        assertThrows(NoSuchFileException.class, () -> Files.delete(file));
    }

    @Test
    void channelsSeekTruncateAndFillGaps() throws IOException {
        Path file = folders.getPath("data.bin");
        try (SeekableByteChannel channel = Files.newByteChannel(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ)) {
            channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
            channel.position(600).write(ByteBuffer.wrap(new byte[] {4}));
            assertEquals(601, channel.size());
            ByteBuffer read = ByteBuffer.allocate(700);
            assertEquals(601, channel.position(0).read(read));
            assertEquals(3, read.get(2));
            assertEquals(0, read.get(3));
            assertEquals(4, read.get(600));
            assertEquals(-1, channel.read(read));
            channel.truncate(2);
            assertEquals(2, channel.position());
        }
        assertArrayEquals(new byte[] {1, 2}, Files.readAllBytes(file));
    }

    @Test
    void foldersAreMadeRememberedAndRemoved() throws IOException {
        Path folder = folders.getPath("/www/img");
        assertThrows(NoSuchFileException.class, () -> Files.createDirectory(folder));
        Files.createDirectories(folder);
        assertTrue(Files.isDirectory(folder));
        Files.writeString(folder.resolve("x"), "x");
        assertThrows(DirectoryNotEmptyException.class, () -> Files.delete(folder));
        Files.delete(folder.resolve("x"));
        assertTrue(Files.isDirectory(folder));
        Files.delete(folder);
        assertFalse(Files.exists(folder));
        assertThrows(FileSystemException.class, () -> Files.createDirectory(flat.getPath("www2")));
        assertThrows(NotDirectoryException.class, () -> {
            put("plain", "");
            Files.newDirectoryStream(folders.getPath("plain")).close();
        });
        assertThrows(FileSystemException.class, () -> Files.writeString(folders.getPath("plain/x"), ""));
    }

    @Test
    void filesAndFoldersMove() throws IOException {
        put("a/one", "1");
        put("a/b/two", "2");
        put("c", "3");
        Files.move(folders.getPath("a"), folders.getPath("d"));
        assertEquals("2", Files.readString(folders.getPath("d/b/two")));
        assertThrows(
                FileAlreadyExistsException.class, () -> Files.move(folders.getPath("c"), folders.getPath("d/one")));
        assertThrows(
                AtomicMoveNotSupportedException.class,
                () -> Files.move(folders.getPath("c"), folders.getPath("d"), StandardCopyOption.ATOMIC_MOVE));
        Files.move(folders.getPath("c"), folders.getPath("d/one"), StandardCopyOption.REPLACE_EXISTING);
        assertEquals("3", Files.readString(folders.getPath("d/one")));
        Files.move(folders.getPath("d/b/two"), folders.getPath("d/one"), StandardCopyOption.ATOMIC_MOVE);
        assertEquals("2", Files.readString(folders.getPath("d/one")));
        assertTrue(Files.isDirectory(folders.getPath("d/b")));
        Files.copy(folders.getPath("d/one"), folders.getPath("copy"));
        assertEquals("2", Files.readString(folders.getPath("copy")));
    }

    @Test
    void aWholeFileTakesThePlaceOfAnother() throws IOException {
        put("a/one", "old");
        folders.replace(folders.getPath("a/one"), "new".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertEquals("new", Files.readString(folders.getPath("a/one")));
        assertEquals(
                FileTime.from(now), Files.getLastModifiedTime(folders.getPath("a/one")), "the time of its replacement");
        for (String name : List.of("a", "a/one/two", "x".repeat(32))) {
            assertThrows(FileSystemException.class, () -> folders.replace(folders.getPath(name), new byte[1]));
        }
    }

    @Test
    void namesThatAreTooLongAndAFullDiskAreTold() throws IOException {
        Path tooLong = folders.getPath("x".repeat(32));
        assertThrows(FileSystemException.class, () -> Files.writeString(tooLong, ""));
        Files.writeString(folders.getPath("x".repeat(31)), "");
        assertThrows(NoSpaceException.class, () -> {
            try (OutputStream out = Files.newOutputStream(folders.getPath("big"))) {
                for (int i = 0; i < 100; i++) {
                    out.write(new byte[4000]);
                }
            }
        });
        assertTrue(folders.getFileStores().iterator().next().getUsableSpace() < 20_000);
        Files.delete(folders.getPath("big"));
        Files.write(folders.getPath("other"), new byte[150_000]);
    }

    @Test
    void timesAreKeptForChangesFromAnySide(@TempDir Path host) throws IOException {
        Path image = host.resolve("flash.bin");
        TimesStore times = TimesStore.besideImage(image, clock);
        Instant later = now.plusSeconds(60);
        try (SpiffsFileSystem fileSystem = SpiffsFileSystem.of(spiffs, Layout.FOLDERS, times)) {
            Path file = fileSystem.getPath("f");
            Files.writeString(file, "x");
            assertEquals(FileTime.from(now), Files.getLastModifiedTime(file));
            now = later;
            put("f", "board");
            assertEquals(FileTime.from(later), Files.getLastModifiedTime(file));
            Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
            spiffs.rename("f", "g \u00ff");
            assertEquals(
                    1_000,
                    Files.getLastModifiedTime(fileSystem.getPath("g \u00ff")).toMillis());
        }
        assertEquals(
                Instant.ofEpochMilli(1_000),
                TimesStore.besideImage(image, clock).get("g \u00ff"));
    }

    @Test
    void attributesAndGlobsWork() throws IOException {
        put("a.lua", "123");
        put("b.txt", "");
        BasicFileAttributes attributes = Files.readAttributes(folders.getPath("a.lua"), BasicFileAttributes.class);
        assertEquals(3, attributes.size());
        assertTrue(attributes.isRegularFile());
        assertEquals(3L, Files.readAttributes(folders.getPath("a.lua"), "size").get("size"));
        List<String> found = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folders.getPath("/"), "*.{lua,lc}")) {
            stream.forEach(path -> found.add(path.toString()));
        }
        assertEquals(List.of("/a.lua"), found);
    }

    @Test
    void pathsBehaveAsTheJdkSays() {
        Path path = folders.getPath("/a/b/../c/./d");
        assertEquals("/a/c/d", path.normalize().toString());
        assertEquals(
                "c/d",
                folders.getPath("/a").relativize(folders.getPath("/a/c/d")).toString());
        assertEquals(
                "../x", folders.getPath("a").relativize(folders.getPath("x")).toString());
        assertEquals("/a/b", folders.getPath("/a").resolve("b").toString());
        assertEquals("/z", folders.getPath("/a").resolve("/z").toString());
        assertTrue(folders.getPath("/a/b").startsWith("/a"));
        assertTrue(folders.getPath("/a/b").endsWith("b"));
        assertEquals("spiffs:/a/b", folders.getPath("/a/b").toUri().toString());
        assertEquals("a/b", flat.getPath("a").resolve("b").toString());
    }

    @Test
    void aClosedFileSystemIsClosed() throws IOException {
        folders.close();
        assertThrows(ClosedFileSystemException.class, () -> Files.exists(folders.getPath("/")));
        put("still", "mounted");
    }

    @Test
    void threadsDoNotDisturbOneAnother() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> runs = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                int number = thread;
                runs.add(threads.submit(() -> {
                    work(number);
                    return null;
                }));
            }
            for (Future<?> run : runs) {
                run.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertTrue(spiffs.check().isClean());
    }

    private void work(int number) throws IOException {
        Random random = new Random(number);
        for (int i = 0; i < 300; i++) {
            Path file = folders.getPath("t" + number, "f" + random.nextInt(4));
            byte[] content = new byte[random.nextInt(3000)];
            random.nextBytes(content);
            Files.write(file, content);
            assertArrayEquals(content, Files.readAllBytes(file));
            if (random.nextInt(3) == 0) {
                Files.delete(file);
            }
        }
    }
}
