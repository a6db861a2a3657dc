package org.perilune.fast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.perilune.board.Chip;
import org.perilune.board.RealClock;

/** The FTP server out of files that {@code fast.split} has made of its source. */
class FtpFromFilesTest {
    @Test
    void theFtpServerIsSplitOnTheBoardAndServesAClientFromItsFiles() throws IOException {
        Chip chip = Chip.inMemory();
        byte[] source = Files.readAllBytes(Path.of("../../fastload/src/main/lua/ftp.lua"));
        assertTrue(chip.files().write("ftp.lua", source));
        try (FtpBoard board = FtpBoard.idle(chip, new RealClock())) {
            String said = board.type("fast.split'ftp.lua'");
            assertTrue(said.matches("(?s).*ftp.lua: \\d+ pieces"), said);
            board.openServer("require'ftp'");
            assertEquals("true\tnil", board.type("print(SPIFFS_ftp, FAST_ftp)"));
            try (FtpClient client = board.login()) {
                client.put("copy", source);
                assertArrayEquals(source, board.file("copy"));
                assertArrayEquals(source, client.get("copy"));
                assertTrue(client.listing("NLST").contains("ftp-retrieve.lc\r\n"));
                client.ask("DELE copy", "250 .*");
            }
            board.type("FTP:close()");
            assertFalse(board.names().contains("copy"));
            assertEquals("nil\tnil", board.type("print(FTP, FAST_ftp)"));
        }
    }
}
