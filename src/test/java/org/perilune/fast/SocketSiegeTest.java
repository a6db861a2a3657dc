package org.perilune.fast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.perilune.FreePort;
import org.perilune.board.Chip;

/** Hostile datagrams and connections at a program of a few lines that gives back what it gets. */
@Timeout(300)
class SocketSiegeTest {
    private static final int BATCHES = 7600;
    /** Two attackers with so many under way are what the board takes without losing any. */
    private static final int BATCH = 4;

    private static final int CONNECTIONS = 10_000;
    private static final int LARGEST_DATAGRAM = 1472;
    private static final int PATIENCE_MILLIS = 60_000;

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    /** Free ports for the board's two datagram sockets, the board being told. */
    private final int echoPort = FreePort.find();

    private final int sinkPort = FreePort.find();

    private static FtpBoard board(String... program) throws IOException {
        FtpBoard board = FtpBoard.idle(Chip.inMemory(), new HastyClock(30));
        for (String line : program) {
            assertEquals("", board.type(line));
        }
        return board;
    }

    private static Runnable prompt(FtpBoard board) {
        return () -> assertEquals("42", board.type("=6*7"));
    }

    // ---- datagrams

    @Test
    void whateverDatagramsComeTheBoardGivesEachBack() throws Exception {
        try (Siege siege = new Siege();
                FtpBoard board = board(
                        "echoed,dropped=0,0 echo=net.createUDPSocket() sink=net.createUDPSocket()",
                        "echo:on('receive',function(s,d,p,i) echoed=echoed+1 s:send(p,i,d) end)",
                        "sink:on('receive',function(s,d,p,i) dropped=dropped+1 end)",
                        "echo:listen(" + echoPort + ") sink:listen(" + sinkPort + ")")) {
            siege.lay("batches of datagrams to warm up", 50, 2, this::datagrams, prompt(board));
            long before = board.free();
            Siege.Holdings holdings = Siege.Holdings.now();
            siege.lay(
                    "batches of " + BATCH + " datagrams, each given back, at a board's socket",
                    BATCHES,
                    2,
                    this::datagrams,
                    prompt(board));
            assertEquals(String.valueOf((BATCHES + 50) * BATCH), board.type("=echoed"));
            System.out.println("hostility: " + board.type("=dropped") + " more datagrams taken by another one");
            long after = board.free();
            Siege.assertHeapIsBack(before, after);
            holdings.awaitReturn();
            assertEquals(1, board.log().split("NodeMCU", -1).length - 1, board::log);
        }
    }

    /** Some that come back, and at times a burst of which the board takes what it can. */
    private void datagrams(Random random) throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, LOOPBACK)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            byte[][] sent = new byte[BATCH][];
            for (int i = 0; i < BATCH; i++) {
                sent[i] = bytes(random, 1 + random.nextInt(LARGEST_DATAGRAM));
                socket.send(new DatagramPacket(sent[i], sent[i].length, LOOPBACK, echoPort));
            }
            if (random.nextInt(50) == 0) {
                for (int i = 0; i < 30; i++) {
                    byte[] any = bytes(random, random.nextInt(i == 0 ? 60_000 : 2000));
                    socket.send(new DatagramPacket(any, any.length, LOOPBACK, sinkPort));
                }
            }
            DatagramPacket back = new DatagramPacket(new byte[2000], 2000);
            for (byte[] one : sent) {
                back.setLength(2000);
                socket.receive(back);
                assertArrayEquals(one, Arrays.copyOf(back.getData(), back.getLength()));
            }
        }
    }

    private static byte[] bytes(Random random, int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    // ---- connections

    @Test
    void whateverConnectionsComeTheBoardGivesBackWhatItCan() throws Exception {
        try (Siege siege = new Siege();
                FtpBoard board = board()) {
            for (String line : new String[] {
                "open,full=0,0",
                "function got(s,d) if not pcall(s.send,s,d) then full=full+1 end end",
                "function gone() open=open-1 end",
                "function came(s) open=open+1 s:on('receive',got) s:on('disconnection',gone) end",
                "server=net.createServer(30) server:listen(" + board.port() + ",came)"
            }) {
                assertEquals("", board.type(line));
            }
            Siege.Act act = random -> connection(board.port(), random);
            siege.lay("connections to warm up", 100, 3, act, prompt(board));
            long before = settled(board);
            Siege.Holdings holdings = Siege.Holdings.now();
            siege.lay("connections at a board's server", CONNECTIONS, 3, act, prompt(board));
            long after = settled(board);
            System.out.println("hostility: " + board.type("=full") + " segments were more than it could send back");
            Siege.assertHeapIsBack(before, after);
            holdings.awaitReturn();
            assertEquals(1, board.log().split("NodeMCU", -1).length - 1, board::log);
        }
    }

    private static long settled(FtpBoard board) {
        board.awaitTrue("open==0");
        return board.free();
    }

    private static void connection(int port, Random random) throws IOException {
        try (Socket socket = new Socket(LOOPBACK, port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            if (random.nextBoolean()) {
                socket.setSoLinger(true, 0);
            }
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            if (random.nextInt(64) == 0) {
                return; // gone before the board has seen it
            }
            byte[] some = bytes(random, 1 + random.nextInt(1400));
            out.write(some);
            assertArrayEquals(some, in.readNBytes(some.length));
            switch (random.nextInt(5)) {
                case 0 -> out.write(bytes(random, 20_000)); // more than it can send back
                case 1 -> {
                    out.write(some);
                    socket.shutdownOutput();
                    assertTrue(in.readAllBytes().length <= some.length);
                }
                case 2 -> socket.sendUrgentData(random.nextInt(256));
                case 3 -> {
                    for (byte one : Arrays.copyOf(some, 5)) {
                        out.write(one);
                    }
                }
                default -> {
                    // It was all that it wanted.
                }
            }
        } catch (SocketException e) {
            // The board is not obliged to wait.
        }
    }
}
