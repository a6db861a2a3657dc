package org.perilune.board.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UdpSocketTest extends NetworkTest {
    private final List<byte[]> received = new ArrayList<>();

    private UdpPort listen(int port) {
        return network.udp(port, null, (data, sender, senderPort) -> {
            assertEquals(LOCAL, sender);
            assertTrue(senderPort > 0);
            received.add(data);
        });
    }

    @Test
    void datagramsGoBothWays() throws Exception {
        UdpPort port = listen(0);
        try (DatagramSocket peer = new DatagramSocket(0, LOCAL.toInetAddress())) {
            byte[] request = {1, 2, 3};
            peer.send(new DatagramPacket(request, 3, LOCAL.toInetAddress(), port.hostPort()));
            mailbox.runUntil(() -> received.size() == 1);
            assertArrayEquals(request, received.get(0));
            port.send(LOCAL, peer.getLocalPort(), new byte[] {4, 5});
            DatagramPacket answer = new DatagramPacket(new byte[100], 100);
            peer.receive(answer);
            assertEquals(2, answer.getLength());
            assertEquals(port.hostPort(), answer.getPort());
        }
    }

    @Test
    void aBusyPortIsRefused() {
        UdpPort port = listen(0);
        assertThrows(NetException.class, () -> listen(port.port()));
    }

    @Test
    void aFloodIsDroppedWhileTheBoardIsBusy() throws Exception {
        UdpPort port = listen(0);
        try (DatagramSocket peer = new DatagramSocket(0, LOCAL.toInetAddress())) {
            for (int i = 0; i < 1000; i++) {
                peer.send(new DatagramPacket(new byte[1000], 1000, LOCAL.toInetAddress(), port.hostPort()));
            }
            mailbox.runUntil(() -> mailbox.size() > 0);
            host.settle();
            assertTrue(mailbox.size() <= 8);
        }
    }

    @Test
    void fromALoopbackAddressNothingLeavesTheHost() {
        UdpPort port = listen(0);
        NetException refused = assertThrows(NetException.class, () -> port.send(Ipv4.of("192.0.2.1"), 9, new byte[1]));
        assertEquals(NetError.NO_ROUTE, refused.error());
    }
}
