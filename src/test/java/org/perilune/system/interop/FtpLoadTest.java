package org.perilune.system.interop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.perilune.ftp.FtpClient.expect;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.mina.util.ExceptionMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.perilune.ftp.FtpClient;

/** Many clients at once, and such as mean no good, at the host's server beside a board that runs. */
@Timeout(300)
class FtpLoadTest {
    private static final int CLIENTS = 32;
    private static final int FILES = 10_000;
    private static final int HOSTILE_SESSIONS = 30_000;
    private static final int HOSTILE_CLIENTS = 8;
    /** Where those come from who guess passwords, for the server slows down all that come from an address of such. */
    private static final byte[] ELSEWHERE = {127, 0, 0, 7};

    /** What no thread caught. */
    private final Queue<Throwable> escaped = new ConcurrentLinkedQueue<>();

    /** Hostile clients that have logged in. */
    private final AtomicInteger inside = new AtomicInteger();

    private ExceptionMonitor usualMonitor;
    private Thread.UncaughtExceptionHandler usualHandler;
    private HostDoor door;

    @BeforeEach
    void open() throws Exception {
        usualMonitor = ExceptionMonitor.getInstance();
        ExceptionMonitor.setInstance(new ExceptionMonitor() {
            @Override
            public void exceptionCaught(Throwable cause) {
                escaped.add(cause);
            }
        });
        usualHandler = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, cause) -> escaped.add(cause));
        door = new HostDoor();
    }

    @AfterEach
    void close() throws IOException {
        door.close();
        ExceptionMonitor.setInstance(usualMonitor);
        Thread.setDefaultUncaughtExceptionHandler(usualHandler);
        assertEquals(List.of(), List.copyOf(escaped));
    }

    private FtpClient login() throws IOException {
        return new FtpClient(door.address()).login(FtpTarget.USER, FtpTarget.PASSWORD);
    }

    /** The board answers at its prompt. */
    private void askBoard(int number) throws InterruptedException {
        door.board().type("print('answer',2*" + number + ")");
        while (!door.printed().contains("answer\t" + 2 * number + "\n")) {
            Thread.sleep(1);
        }
    }

    /** Runs all tasks, the board being asked again and again until they are done. */
    private void runAll(List<Callable<Void>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<Future<Void>> results = new ArrayList<>();
            tasks.forEach(task -> results.add(threads.submit(task)));
            int answers = 0;
            do {
                askBoard(++answers);
                Thread.sleep(50);
            } while (!results.stream().allMatch(Future::isDone));
            for (Future<Void> result : results) {
                result.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    // ---- load

    @Test
    void noneOfTenThousandFilesIsLost() throws Exception {
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            int number = client;
            tasks.add(() -> moveFiles(number, (FILES + CLIENTS - 1) / CLIENTS));
        }
        runAll(tasks);
        assertEquals(0, door.files().list().size());
    }

    private Void moveFiles(int number, int count) throws IOException {
        Random random = new Random(number);
        try (FtpClient client = login()) {
            for (int done = 0; done < count; ) {
                List<byte[]> batch = new ArrayList<>();
                for (int i = 0; i < 8 && done < count; i++, done++) {
                    byte[] content = new byte[random.nextInt(2000)];
                    random.nextBytes(content);
                    batch.add(content);
                    expect(226, client.upload("STOR c" + number + "/f" + i, content));
                }
                for (int i = 0; i < batch.size(); i++) {
                    String name = "c" + number + "/f" + i;
                    assertArrayEquals(batch.get(i), client.download("RETR " + name));
                    expect(250, client.say("DELE " + name));
                }
            }
        }
        return null;
    }

    // ---- hostility

    private static final List<String> COMMANDS = List.of(
            "USER perilune",
            "USER " + "x".repeat(500),
            "PASS",
            "FEAT",
            "OPTS UTF8 ON",
            "OPTS MLST",
            "OPTS",
            "SYST",
            "NOOP",
            "HELP",
            "AUTH TLS",
            "PBSZ 0",
            "PROT P",
            "QUIT",
            "PWD",
            "CWD",
            "CWD ..",
            "CWD /../..",
            "CDUP",
            "LIST",
            "LIST -la",
            "LIST *[",
            "LIST ***?*[a",
            "NLST",
            "MLSD",
            "MLST",
            "MLST /",
            "STAT",
            "STAT /",
            "SIZE",
            "SIZE x",
            "MDTM x",
            "MFMT 1 x",
            "MFMT 20200101000000 x",
            "MKD d",
            "RMD d",
            "RMD /",
            "DELE /",
            "DELE x",
            "RNFR x",
            "RNTO y",
            "RNTO ../y",
            "REST -1",
            "REST 99999999999999999999",
            "REST 5",
            "STOR x",
            "APPE x",
            "RETR x",
            "STOU",
            "ABOR",
            "PASV",
            "EPSV",
            "EPSV 2",
            "EPSV ALL",
            "EPRT |1|127.0.0.1|1|",
            "EPRT x",
            "PORT 127,0,0,1,0,1",
            "PORT 999,1,1,1,1,1",
            "TYPE I",
            "TYPE A",
            "TYPE X",
            "MODE Z",
            "STRU R",
            "SITE",
            "SITE HELP",
            "SITE HEAP",
            "SITE LFS RELOAD x",
            "SITE CHMOD 1 x",
            "REIN",
            "ALLO 5",
            "ACCT",
            "LANG de",
            "MD5 x",
            "XPWD",
            "\u00e4\u00f6",
            "",
            " ",
            "A B C");

    @Test
    void randomBytesAndRandomCommandsDoNoHarm() throws Exception {
        UnixOperatingSystemMXBean system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        door.close();
        long descriptors = system.getOpenFileDescriptorCount();
        int threads = doorThreads();
        door = new HostDoor();
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int client = 0; client < HOSTILE_CLIENTS; client++) {
            int number = client;
            tasks.add(() -> attack(number));
        }
        runAll(tasks);
        assertTrue(inside.get() > HOSTILE_SESSIONS / 100, inside + " came in");
        try (FtpClient client = login()) {
            expect(226, client.upload("STOR after", new byte[1000]));
            assertEquals(1000, client.download("RETR after").length);
        }
        door.close();
        // Threads end, and the system closes, a little later.
        while (doorThreads() > threads || system.getOpenFileDescriptorCount() > descriptors) {
            Thread.sleep(10);
        }
    }

    private static int doorThreads() {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().matches("Nio.*|pool-.*|board"))
                .count();
    }

    private Void attack(int number) throws IOException {
        Random random = new Random(number);
        for (int i = 0; i < HOSTILE_SESSIONS / HOSTILE_CLIENTS; i++) {
            if (random.nextInt(50) == 0) {
                sayAnything(random);
            } else {
                sendAnything(random);
            }
        }
        return null;
    }

    /** Without waiting for an answer, and gone in one way or another. */
    private void sendAnything(Random random) throws IOException {
        InetSocketAddress address = door.address();
        try (Socket socket =
                new Socket(address.getAddress(), address.getPort(), InetAddress.getByAddress(ELSEWHERE), 0)) {
            if (random.nextInt(4) > 0) {
                socket.setSoLinger(true, 0);
            }
            for (int parts = random.nextInt(4); parts > 0; parts--) {
                socket.getOutputStream().write(anything(random));
            }
            if (random.nextInt(8) == 0) {
                assertTrue(socket.getInputStream().read() != 0);
            }
        } catch (SocketException e) {
            // The server did not care for more.
        }
    }

    private static byte[] anything(Random random) {
        if (random.nextBoolean()) {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            return bytes;
        }
        StringBuilder lines = new StringBuilder();
        for (int count = random.nextInt(6); count >= 0; count--) {
            lines.append(COMMANDS.get(random.nextInt(COMMANDS.size()))).append("\r\n");
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Inside, in any order; each command is answered, or the connection ended. */
    private void sayAnything(Random random) throws IOException {
        try (FtpClient client = new FtpClient(door.address())) {
            client.control().setSoLinger(true, 0);
            // In such a crowd even who has begun to log in may be sent away; most are not.
            if (client.say("USER " + FtpTarget.USER) == null) {
                return;
            }
            String welcome = client.say("PASS " + FtpTarget.PASSWORD);
            if (welcome == null) {
                return;
            }
            expect(230, welcome);
            inside.incrementAndGet();
            for (int count = random.nextInt(20); count > 0; count--) {
                String command = insideCommand(random);
                // A transfer after PASV waits for its data connection, which does not come.
                if (!command.isBlank()
                        && !command.matches("PASV|EPSV.*|EPRT.*|PORT.*")
                        && client.say(command) == null) {
                    return;
                }
            }
            client.send("PASV");
            client.send(insideCommand(random));
        } catch (SocketException e) {
            // The server has ended the session.
        }
    }

    /** Any command but a guess. */
    private static String insideCommand(Random random) {
        String command = COMMANDS.get(random.nextInt(COMMANDS.size()));
        return command.startsWith("PASS") ? insideCommand(random) : command;
    }

    @Test
    void theSlowAndSilentTakeNothingFromTheOthers() throws Exception {
        byte[] large = new byte[500_000];
        List<AutoCloseable> idle = new ArrayList<>();
        try (FtpClient client = login()) {
            expect(226, client.upload("STOR large", large));
            for (int i = 0; i < 40; i++) {
                idle.add(new FtpClient(door.address()));
                FtpClient waiting = login();
                idle.add(waiting);
                idle.add(waiting.passive());
                // Half of them take nothing of a download, half give nothing for an upload.
                expect(150, waiting.say(i % 2 == 0 ? "RETR large" : "STOR never"));
            }
            for (int i = 0; i < 100; i++) {
                expect(226, client.upload("STOR quick", new byte[i]));
                assertEquals(i, client.download("RETR quick").length);
            }
            askBoard(1);
        } finally {
            for (AutoCloseable one : idle) {
                one.close();
            }
        }
    }
}
