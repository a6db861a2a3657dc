package org.perilune.fast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.perilune.board.Chip;

/** Uploads to a flash chip that fills. */
class FtpDiskTest {
    private FtpBoard board;

    @BeforeEach
    void open() throws IOException {
        board = FtpBoard.serving(Chip.inMemory());
    }

    @AfterEach
    void close() {
        board.close();
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private int room() {
        return Integer.parseInt(board.type("=file.fsinfo()").split("\t", -1)[0]);
    }

    @Test
    void aFileThatDoesNotFitIsRefusedAndTheOldOneStands() throws IOException {
        byte[] old = noise(40_000);
        try (FtpClient client = board.login()) {
            client.put("file", old);
            client.put("filler", noise(room() - 100_000));
            int before = room();
            assertTrue(client.upload("STOR file", noise(150_000)).startsWith("552 "));
            assertArrayEquals(old, board.file("file"));
            assertTrue(client.upload("APPE file", noise(90_000)).startsWith("552 "));
            assertArrayEquals(old, board.file("file"));
            assertEquals(Set.of("file", "filler"), board.names());
            assertEquals(before, room());
            client.put("file", noise(30_000));
            assertArrayEquals(noise(30_000), client.get("file"));
        }
    }

    @Test
    void aDiskFilledToTheBrimTakesDeletionsAndThenFilesAgain() throws IOException {
        try (FtpClient client = board.login()) {
            int files = 0;
            while (client.upload("STOR file " + files, noise(200_000)).startsWith("226 ")) {
                files++;
            }
            assertTrue(files > 2);
            int size = 200_000;
            while (size > 0) {
                if (client.upload("STOR rest " + size, noise(size)).startsWith("552 ")) {
                    size /= 2;
                }
            }
            for (int i = 0; i < files; i++) {
                assertArrayEquals(noise(200_000), client.get("file " + i));
            }
            client.listing("LIST");
            client.ask("RNFR file 0", "350 .*");
            client.ask("RNTO moved", "250 .*");
            client.ask("DELE file 1", "250 .*");
            byte[] content = Arrays.copyOf(noise(200_000), 150_000);
            client.put("moved", content);
            assertArrayEquals(content, client.get("moved"));
        }
    }
}
