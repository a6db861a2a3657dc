package org.perilune.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Thousands of clients that mean no good, while one goes on working. */
@Timeout(300)
class TelnetHostilityTest {
    private static final int SESSIONS = 30_000;
    private static final int ATTACKERS = 4;
    /** What a connection closes with at once, without waiting for its port. */
    private static final int NO_LINGER = 0;

    private static final int SETTLING_SECONDS = 60;

    @TempDir
    private Path folder;

    @Test
    void theBoardAnswersThroughoutAndNothingIsLeft() throws Exception {
        try (TelnetDoor door = new TelnetDoor(folder);
                TelnetClient worker = door.enter()) {
            worker.type("=1\r\n");
            worker.expect("1\r\n> ");
            try (TelnetClient silent = new TelnetClient(door.port())) {
                attack(door.port(), worker);
                assertEquals("login: ", silent.rest(), "who says nothing makes room for others");
            }
            int files = count(door, "fd");
            int threads = count(door, "task");
            attack(door.port(), worker);
            settles(door, "fd", files + 12);
            settles(door, "task", threads + 4);
            assertEquals(1, door.board().errors().lines().count(), door.board().errors());
            try (TelnetClient late = door.enter()) {
                late.type("=6*7\r\n");
                late.expect("42\r\n> ");
            }
        }
    }

    /** Waits until there are no more of them: connections of the attack may still be on their way out. */
    private static void settles(TelnetDoor door, String what, int most) throws Exception {
        for (int tries = SETTLING_SECONDS; count(door, what) > most && tries > 0; tries--) {
            Thread.sleep(1000);
        }
        assertTrue(count(door, what) <= most, what + ": " + count(door, what) + ", more than " + most);
    }

    /** Files or threads of the board's process, 0 where the system does not tell. */
    private static int count(TelnetDoor door, String what) throws IOException {
        Path list = Path.of("/proc", String.valueOf(door.board().pid()), what);
        if (!Files.isDirectory(list)) {
            return 0;
        }
        try (Stream<Path> entries = Files.list(list)) {
            return (int) entries.count();
        }
    }

    /** Half of all sessions, while the worker's lines are answered. */
    private static void attack(int port, TelnetClient worker) throws Exception {
        AtomicInteger left = new AtomicInteger(SESSIONS / 2);
        List<Throwable> failures = new ArrayList<>();
        List<Thread> attackers = new ArrayList<>();
        AtomicBoolean isOver = new AtomicBoolean();
        for (int i = 0; i < ATTACKERS; i++) {
            Random random = new Random(i);
            Thread attacker = new Thread(() -> {
                try {
                    while (left.getAndDecrement() > 0) {
                        session(port, random);
                    }
                } catch (IOException | RuntimeException e) {
                    synchronized (failures) {
                        failures.add(e);
                    }
                }
            });
            attackers.add(attacker);
            attacker.start();
        }
        Thread end = new Thread(() -> {
            attackers.forEach(TelnetHostilityTest::join);
            isOver.set(true);
        });
        end.start();
        int answers = 0;
        do {
            worker.type("=" + answers + "+1\r\n");
            answers++;
            worker.expect(answers + "\r\n> ");
        } while (!isOver.get());
        end.join();
        synchronized (failures) {
            assertEquals(List.of(), failures);
        }
        assertTrue(answers > 10, "answers while under attack: " + answers);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void session(int port, Random random) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 30_000);
            socket.setSoLinger(true, NO_LINGER);
            OutputStream out = socket.getOutputStream();
            try {
                out.write(noise(random));
                if (random.nextInt(8) == 0) {
                    socket.sendUrgentData(random.nextInt(256));
                }
                if (random.nextInt(8) == 0) {
                    socket.shutdownOutput();
                }
            } catch (IOException e) {
                // Sent away already.
            }
        }
    }

    private static byte[] noise(Random random) {
        byte[] noise = new byte[random.nextInt(400)];
        random.nextBytes(noise);
        switch (random.nextInt(5)) {
            case 0 -> {
                // Negotiation, of all verbs and options, some of it cut short.
                for (int i = 0; i + 1 < noise.length; i += 3) {
                    noise[i] = (byte) 255;
                    noise[i + 1] = (byte) (236 + random.nextInt(20));
                }
            }
            case 1 -> {
                byte[] words = "perilune\r\nwrong\r\n".repeat(5).getBytes(StandardCharsets.ISO_8859_1);
                System.arraycopy(words, 0, noise, 0, Math.min(words.length, noise.length));
            }
            case 2 -> {
                for (int i = 0; i < noise.length; i++) {
                    noise[i] = "\r\n\0\u00ff\u00f6\u00fa\u007f\u0015"
                            .getBytes(StandardCharsets.ISO_8859_1)[random.nextInt(8)];
                }
            }
            default -> {
                // Any bytes.
            }
        }
        return noise;
    }
}
