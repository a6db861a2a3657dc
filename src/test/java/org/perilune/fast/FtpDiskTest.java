package org.perilune.fast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
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

    private int room() {
        return Integer.parseInt(board.type("=file.fsinfo()").split("\t", -1)[0]);
    }

    @Test
    void aFileThatDoesNotFitIsRefusedAndTheOldOneStands() throws IOException {
        byte[] old = FtpClient.noise(40_000);
        try (FtpClient client = board.login()) {
            client.put("file", old);
            client.put("filler", FtpClient.noise(room() - 100_000));
            int before = room();
            assertTrue(client.upload("STOR file", FtpClient.noise(150_000)).startsWith("552 "));
            assertArrayEquals(old, board.file("file"));
            assertTrue(client.upload("APPE file", FtpClient.noise(90_000)).startsWith("552 "));
            assertArrayEquals(old, board.file("file"));
            assertEquals(Set.of("file", "filler"), board.names());
            assertEquals(before, room());
            client.put("file", FtpClient.noise(30_000));
            assertArrayEquals(FtpClient.noise(30_000), client.get("file"));
        }
    }

    @Test
    void aDiskFilledToTheBrimTakesDeletionsAndThenFilesAgain() throws IOException {
        try (FtpClient client = board.login()) {
            int files = 0;
            while (client.upload("STOR file " + files, FtpClient.noise(200_000)).startsWith("226 ")) {
                files++;
            }
            assertTrue(files > 2);
            int size = 200_000;
            while (size > 0) {
                if (client.upload("STOR rest " + size, FtpClient.noise(size)).startsWith("552 ")) {
                    size /= 2;
                }
            }
            for (int i = 0; i < files; i++) {
                assertArrayEquals(FtpClient.noise(200_000), client.get("file " + i));
            }
            client.listing("LIST");
            client.ask("RNFR file 0", "350 .*");
            client.ask("RNTO moved", "250 .*");
            client.ask("DELE file 1", "250 .*");
            byte[] content = Arrays.copyOf(FtpClient.noise(200_000), 150_000);
            client.put("moved", content);
            assertArrayEquals(content, client.get("moved"));
        }
    }
}
