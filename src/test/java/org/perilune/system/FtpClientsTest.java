package org.perilune.system;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perilune.FreePort;

/** Clients that people have, with the board's own FTP server. */
class FtpClientsTest {
    @TempDir
    private Path folder;

    private Command board;
    private int port;

    @BeforeEach
    void start() throws IOException {
        port = FreePort.find();
        board = Command.start(folder, "run", "--map", port + ":21", "-e", "fast.ftp():open('u','p')");
        board.expect("FTP server at [0-9.]+:21, \\d+ bytes free\n");
        for (int size : new int[] {0, 1, 255, 256, 257, 4096, 200_000}) {
            write("tree/size " + size, size);
        }
        write("tree/www/index.html", 300);
        write("tree/www/css/x.css", 30);
        write("tree/a name of thirty-one chars", 31);
    }

    @AfterEach
    void stop() {
        board.close();
    }

    private void write(String name, int size) throws IOException {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private String url() {
        return "ftp://127.0.0.1:" + port + "/";
    }

    private void assertSameFile(String one, String other) throws IOException {
        assertArrayEquals(Files.readAllBytes(folder.resolve(one)), Files.readAllBytes(folder.resolve(other)), other);
    }

    private void assertSameTree(String one, String other) throws IOException {
        assertEquals(names(one), names(other));
        for (String name : names(one)) {
            assertSameFile(one + "/" + name, other + "/" + name);
        }
    }

    private java.util.List<String> names(String tree) throws IOException {
        Path root = folder.resolve(tree);
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void lftpMirrorsBothWaysAndDeletes() throws IOException {
        String set = "set net:timeout 20; set net:max-retries 1; set cmd:fail-exit true; open -u u,p " + url() + "; ";
        Program.run(folder, "lftp", "-c", set + "mirror -R tree; mirror tree back; mv 'tree/size 1' 'tree/one'");
        assertSameTree("tree", "back");
        Files.delete(folder.resolve("tree/size 1"));
        write("tree/one", 1);
        Program.run(folder, "lftp", "-c", set + "mirror --delete tree again; rm -r tree/www; mirror tree less");
        assertSameTree("tree", "again");
        assertEquals(names("tree").size() - 2, names("less").size());
    }

    @Test
    void curlUploadsDownloadsAndResumes() throws IOException {
        String[] curl = {"curl", "-sS", "-u", "u:p"};
        for (String name : names("tree")) {
            String target = url() + "made/" + name.replace(" ", "%20");
            run(curl, "--ftp-create-dirs", "-T", "tree/" + name, target);
            run(curl, "-o", "back", target);
            assertSameFile("tree/" + name, "back");
        }
        byte[] content = Files.readAllBytes(folder.resolve("tree/size 200000"));
        Files.write(folder.resolve("part"), java.util.Arrays.copyOf(content, 1000));
        run(curl, "-T", "part", url() + "up");
        run(curl, "-C", "-", "-T", "tree/size 200000", url() + "up");
        run(curl, "-C", "-", "-o", "part", url() + "up");
        assertSameFile("tree/size 200000", "part");
    }

    private void run(String[] program, String... arguments) throws IOException {
        Program.run(
                folder, Stream.concat(Stream.of(program), Stream.of(arguments)).toArray(String[]::new));
    }

    @Test
    void pythonStoresListsRenamesAndDeletes() throws IOException {
        Files.writeString(folder.resolve("talk.py"), """
                import ftplib, os, sys
                ftp = ftplib.FTP()
                ftp.connect('127.0.0.1', int(sys.argv[1]), timeout=60)
                ftp.login('u', 'p')
                ftp.mkd('py')
                ftp.cwd('py')
                os.mkdir('back')
                for name in os.listdir('tree'):
                    if os.path.isfile('tree/' + name):
                        with open('tree/' + name, 'rb') as file: ftp.storbinary('STOR ' + name, file)
                        with open('back/' + name, 'wb') as file: ftp.retrbinary('RETR ' + name, file.write)
                        assert ftp.size(name) == os.path.getsize('tree/' + name)
                assert sorted(ftp.nlst()) == sorted(os.listdir('back'))
                ftp.rename('size 1', 'one')
                ftp.delete('one')
                assert len(ftp.nlst()) == len(os.listdir('back')) - 1
                for name in ftp.nlst(): ftp.delete(name)
                ftp.cwd('/')
                ftp.rmd('py')
                assert ftp.nlst() == []
                ftp.quit()
                """);
        Program.run(folder, "python3", "talk.py", String.valueOf(port));
        Program.run(folder, "rm", "-r", "tree/www");
        assertSameTree("tree", "back");
    }
}
