package org.perilune.board.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** TCP as a board sees it, against plain sockets of the JDK on the loopback address. */
class HostNetworkTest extends NetworkTest {
    private final List<Connection> accepted = new ArrayList<>();

    private Socket peer(ServerPort server) throws IOException {
        return new Socket(LOCAL.toInetAddress(), server.hostPort());
    }

    /** A connection accepted by a fresh server, and its peer. */
    private Socket acceptInto(Recorder recorder) throws Exception {
        ServerPort server = network.listen(0, connection -> {
            accepted.add(connection);
            connection.open(recorder);
        });
        Socket peer = peer(server);
        int before = accepted.size();
        mailbox.runUntil(() -> accepted.size() > before);
        return peer;
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    @Test
    void dataComesInOrderAndInSegments() throws Exception {
        Recorder recorder = new Recorder();
        byte[] upload = noise(100_000);
        try (Socket peer = acceptInto(recorder)) {
            assertEquals(peer.getLocalPort(), accepted.get(0).remotePort());
            assertEquals(LOCAL, accepted.get(0).remoteAddress());
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> write(peer, upload));
            mailbox.runUntil(() -> recorder.data.size() == upload.length);
            writing.get();
        }
        assertArrayEquals(upload, recorder.data.toByteArray());
        assertTrue(recorder.segments.stream().allMatch(length -> length <= Network.SEGMENT));
        mailbox.runUntil(recorder::isEnded);
        assertEquals(NetError.NONE, recorder.ended);
        assertFalse(network.isAnswerDue());
    }

    private static void write(Socket peer, byte[] data) {
        try {
            peer.getOutputStream().write(data);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As at a server whose client vanishes: it should not take a cut transfer for a whole one. */
    @Test
    void endsAreHeardInTheOrderInWhichTheyHappen() throws Exception {
        List<String> ends = new ArrayList<>();
        ServerPort control = serverTelling("control", ends);
        ServerPort data = serverTelling("data", ends);
        for (int round = 0; round < 500; round++) {
            ends.clear();
            Socket first = peer(control);
            mailbox.runUntil(() -> accepted.size() == 1);
            try (Socket second = peer(data);
                    first) {
                mailbox.runUntil(() -> accepted.size() == 2);
                second.getOutputStream().write(noise(round));
            }
            mailbox.runUntil(() -> ends.size() == 2);
            assertEquals(List.of("control", "data"), ends);
            accepted.clear();
        }
    }

    private ServerPort serverTelling(String name, List<String> ends) {
        return network.listen(0, connection -> {
            accepted.add(connection);
            connection.open(new Recorder() {
                @Override
                public void closed(int code) {
                    ends.add(name);
                }
            });
        });
    }

    @Test
    void aBoardThatDoesNotLookIsSentNoMoreThanAWindow() throws Exception {
        Recorder recorder = new Recorder();
        byte[] upload = noise(16_000_000);
        try (Socket peer = acceptInto(recorder)) {
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> write(peer, upload));
            while (mailbox.size() < Network.WINDOW / Network.SEGMENT) {
                Thread.onSpinWait();
            }
            host.settle();
            assertTrue(mailbox.size() <= Network.WINDOW / Network.SEGMENT + 1, () -> mailbox.size() + " events wait");
            assertFalse(writing.isDone());
            mailbox.runUntil(() -> recorder.data.size() == upload.length);
            writing.get();
        }
        assertArrayEquals(upload, recorder.data.toByteArray());
    }

    @Test
    void holdStopsDataAfterAWindowAndUnholdLetsItGoOn() throws Exception {
        Recorder recorder = new Recorder();
        byte[] upload = noise(60_000);
        try (Socket peer = acceptInto(recorder)) {
            accepted.get(0).hold();
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> write(peer, upload));
            mailbox.runUntil(() -> recorder.data.size() >= Network.WINDOW);
            host.settle();
            assertEquals(0, mailbox.size());
            assertTrue(recorder.data.size() < Network.WINDOW + Network.SEGMENT);
            accepted.get(0).unhold();
            mailbox.runUntil(() -> recorder.data.size() == upload.length);
            writing.get();
        }
        assertArrayEquals(upload, recorder.data.toByteArray());
    }

    @Test
    void whatOneTaskSendsIsReportedSentTogether() throws Exception {
        Recorder recorder = new Recorder();
        try (Socket peer = acceptInto(recorder)) {
            assertTrue(accepted.get(0).send(noise(1000)));
            assertTrue(accepted.get(0).send(noise(1920)));
            assertFalse(accepted.get(0).send(noise(1)), "the send buffer is full");
            mailbox.runUntil(() -> recorder.sent == 2920);
            assertEquals(List.of("sent"), recorder.events);
            assertEquals(2920, peer.getInputStream().readNBytes(2920).length);
            assertTrue(accepted.get(0).send(noise(1)));
        }
    }

    @Test
    void closeSendsWhatIsQueuedAndReportsNothing() throws Exception {
        Recorder recorder = new Recorder();
        try (Socket peer = acceptInto(recorder)) {
            accepted.get(0).send(noise(500));
            accepted.get(0).close();
            assertArrayEquals(noise(500), peer.getInputStream().readAllBytes());
            assertFalse(accepted.get(0).send(noise(1)));
        }
        host.settle();
        mailbox.runUntil(() -> mailbox.size() == 0);
        assertEquals(List.of(), recorder.events);
    }

    @Test
    void anAnswerToAPeerThatEndedItsSideStillArrives() throws Exception {
        Recorder recorder = new Recorder() {
            @Override
            public void received(byte[] segment) {
                super.received(segment);
                accepted.get(0).send("answer".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            }
        };
        try (Socket peer = acceptInto(recorder)) {
            write(peer, noise(10));
            peer.shutdownOutput();
            mailbox.runUntil(recorder::isEnded);
            assertEquals(
                    "answer",
                    new String(peer.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII));
        }
        assertEquals(NetError.NONE, recorder.ended);
    }

    @Test
    void aResetEndsTheConnectionWithItsCode() throws Exception {
        Recorder recorder = new Recorder();
        try (Socket peer = acceptInto(recorder)) {
            peer.setSoLinger(true, 0);
        }
        mailbox.runUntil(recorder::isEnded);
        assertEquals(NetError.RESET.code(), recorder.ended);
        assertFalse(network.isAnswerDue());
    }

    @Test
    void abortResetsThePeer() throws Exception {
        try (Socket peer = acceptInto(new Recorder())) {
            accepted.get(0).abort();
            assertThrows(IOException.class, () -> peer.getInputStream().read());
        }
    }

    @Test
    void aBusyPortIsRefusedAtOnce() throws IOException {
        ServerPort first = network.listen(0, connection -> {});
        NetException taken = assertThrows(NetException.class, () -> network.listen(first.port(), connection -> {}));
        assertEquals(NetError.ADDRESS_IN_USE, taken.error());
        try (ServerSocket foreign = new ServerSocket(0, 1, LOCAL.toInetAddress())) {
            assertThrows(NetException.class, () -> network.listen(foreign.getLocalPort(), connection -> {}));
        }
    }

    @Test
    void aPortIsFreeAsSoonAsItsServerIsClosed() throws Exception {
        ServerPort first = network.listen(0, connection -> {});
        for (int i = 0; i < 5; i++) {
            first.close();
            first = network.listen(first.port(), connection -> {});
        }
        assertEquals(first.port(), first.hostPort());
    }

    @Test
    void noMoreConnectionsAreAcceptedThanTheFirmwareServes() throws Exception {
        List<Recorder> recorders = new ArrayList<>();
        ServerPort server = network.listen(0, connection -> {
            accepted.add(connection);
            recorders.add(new Recorder());
            connection.open(recorders.get(recorders.size() - 1));
        });
        List<Socket> peers = new ArrayList<>();
        for (int i = 0; i < Network.MAX_CONNECTIONS + 2; i++) {
            peers.add(peer(server));
        }
        mailbox.runUntil(() -> accepted.size() == Network.MAX_CONNECTIONS);
        host.settle();
        assertEquals(0, mailbox.size());
        accepted.get(0).close();
        mailbox.runUntil(() -> accepted.size() == Network.MAX_CONNECTIONS + 1);
        peers.get(1).close();
        mailbox.runUntil(() -> accepted.size() == Network.MAX_CONNECTIONS + 2);
        for (Socket peer : peers) {
            peer.close();
        }
    }

    @Test
    void aConnectionToAnotherServerWaitsForRoomAsWell() throws Exception {
        ServerPort crowded = network.listen(0, accepted::add);
        List<Connection> late = new ArrayList<>();
        ServerPort other = network.listen(0, late::add);
        host.settle();
        List<Socket> peers = new ArrayList<>();
        for (int i = 0; i < Network.MAX_CONNECTIONS; i++) {
            peers.add(peer(crowded));
        }
        mailbox.runUntil(() -> accepted.size() == Network.MAX_CONNECTIONS);
        peers.add(peer(other));
        peers.add(peer(other));
        host.settle();
        assertEquals(0, mailbox.size());
        accepted.get(0).close();
        mailbox.runUntil(() -> late.size() == 1);
        late.get(0).close();
        mailbox.runUntil(() -> late.size() == 2);
        late.get(1).close();
        for (Socket peer : peers.subList(Network.MAX_CONNECTIONS, peers.size())) {
            assertEquals(-1, peer.getInputStream().read(), "ended in order");
        }
        for (Socket peer : peers) {
            peer.close();
        }
    }

    @Test
    void aServerThatClosesLeavesNobodyWaiting() throws Exception {
        ServerPort crowded = network.listen(0, accepted::add);
        ServerPort other = network.listen(0, connection -> accepted.clear());
        host.settle();
        List<Socket> peers = new ArrayList<>();
        for (int i = 0; i < Network.MAX_CONNECTIONS; i++) {
            peers.add(peer(crowded));
        }
        mailbox.runUntil(() -> accepted.size() == Network.MAX_CONNECTIONS);
        try (Socket waiting = peer(other)) {
            other.close();
            assertThrowsOrEnds(waiting);
        }
        assertEquals(Network.MAX_CONNECTIONS, accepted.size());
        for (Socket peer : peers) {
            peer.close();
        }
    }

    /** Reads until the peer's end has closed or reset the connection. */
    private static void assertThrowsOrEnds(Socket socket) {
        try {
            assertEquals(-1, socket.getInputStream().read());
        } catch (IOException e) {
            assertTrue(e.getMessage().contains("reset"), e.getMessage());
        }
    }

    @Test
    void aBoardConnectsToTheHost() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, LOCAL.toInetAddress())) {
            Recorder recorder = new Recorder();
            Connection connection = network.connect(LOCAL, server.getLocalPort(), recorder);
            assertTrue(connection.send(noise(20)), "data may be queued before the connection stands");
            assertTrue(network.isAnswerDue());
            try (Socket peer = server.accept()) {
                mailbox.runUntil(() -> recorder.sent == 20);
                assertEquals(List.of("connected", "sent"), recorder.events);
                assertEquals(peer.getPort(), connection.localPort());
                assertArrayEquals(noise(20), peer.getInputStream().readNBytes(20));
                write(peer, noise(3000));
                mailbox.runUntil(() -> recorder.data.size() == 3000);
            }
            mailbox.runUntil(recorder::isEnded);
        }
    }

    @Test
    void aRefusedConnectionEndsWithReset() throws Exception {
        int free;
        try (ServerSocket server = new ServerSocket(0, 1, LOCAL.toInetAddress())) {
            free = server.getLocalPort();
        }
        Recorder recorder = new Recorder();
        network.connect(LOCAL, free, recorder);
        mailbox.runUntil(recorder::isEnded);
        assertEquals(NetError.RESET.code(), recorder.ended);
        assertFalse(network.isOpen());
    }

    @Test
    void boardsOfOneProcessMeetAtTheirOwnPorts() throws Exception {
        Network other = host.network(LOCAL, port -> 0, mailbox);
        ServerPort server = other.listen(80, connection -> {
            accepted.add(connection);
            connection.open(new Recorder());
        });
        assertEquals(80, server.port());
        Recorder recorder = new Recorder();
        Connection connection = network.connect(LOCAL, 80, recorder);
        mailbox.runUntil(() -> accepted.size() == 1 && !recorder.events.isEmpty());
        assertEquals(80, connection.remotePort());
        assertEquals(80, accepted.get(0).localPort());
        other.close();
        mailbox.runUntil(recorder::isEnded);
        assertEquals(NetError.NONE, recorder.ended);
    }

    @Test
    void namesAreLookedUpBesideTheBoardsThread() throws Exception {
        List<Ipv4> found = new ArrayList<>();
        network.resolve("localhost", found::add);
        network.resolve("no-such-host.invalid", found::add);
        assertTrue(network.isAnswerDue());
        mailbox.runUntil(() -> found.size() == 2);
        assertTrue(found.contains(LOCAL));
        assertTrue(found.contains(null));
        assertEquals(
                NetError.ILLEGAL_ARGUMENT,
                assertThrows(NetException.class, () -> network.resolve("", found::add))
                        .error());
    }

    @Test
    void nothingIsReportedAfterTheNetworkWasClosed() throws Exception {
        Recorder recorder = new Recorder();
        try (Socket peer = acceptInto(recorder)) {
            write(peer, noise(100));
            network.close();
            assertEquals(-1, peer.getInputStream().read());
        } catch (IOException reset) {
            // What was not read makes the host reset the connection, as the firmware does.
        }
        mailbox.runUntil(() -> mailbox.size() == 0);
        assertEquals(List.of(), recorder.events);
        assertFalse(network.isOpen());
    }
}
