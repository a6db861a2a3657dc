package org.perilune.fast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.perilune.board.Chip;

/** Clients that say nothing, on a board whose minutes are short. */
class FtpTimeoutTest {
    private FtpBoard board;

    @BeforeEach
    void open() throws IOException {
        board = FtpBoard.serving(Chip.inMemory(), new HastyClock(200));
    }

    @AfterEach
    void close() {
        board.close();
    }

    private long seconds() {
        return Long.parseLong(board.type("=tmr.time()"));
    }

    @Test
    void aClientWithoutAPasswordHasAMinute() throws IOException {
        try (FtpClient client = FtpClient.connected(board.port())) {
            client.expect("220 .*");
            long before = seconds();
            client.expect("421 .*");
            assertTrue(client.isEnded());
            assertTrue(seconds() - before >= 60);
        }
    }

    @Test
    void aSilentClientHasFiveMinutes() throws IOException {
        try (FtpClient client = board.login()) {
            long before = seconds();
            client.expect("421 .*");
            assertTrue(client.isEnded());
            assertTrue(seconds() - before >= 300);
        }
    }

    @Test
    void aTransferThatStandsStillForAMinuteEnds() throws IOException {
        try (FtpClient client = board.login();
                Socket data = client.data()) {
            client.ask("STOR file", "150 .*");
            data.getOutputStream().write(new byte[2000]);
            client.expect("421 .*");
            assertTrue(client.isEnded());
            assertEquals(Set.of(), board.names());
        }
    }

    @Test
    void aClientThatNeverConnectsForDataEndsToo() throws IOException {
        try (FtpClient client = board.login()) {
            client.ask("EPSV", "229 .*");
            client.send("LIST\r\n");
            client.expect("421 .*");
            assertTrue(client.isEnded());
        }
    }
}
