package org.perilune.board.net;

/** Takes the datagrams that come to a port. */
@FunctionalInterface
public interface DatagramEvents {
    void received(byte[] data, Ipv4 sender, int senderPort);
}
