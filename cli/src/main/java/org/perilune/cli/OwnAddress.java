package org.perilune.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import org.perilune.board.net.Ipv4;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A board's own address on the command line: one at which this machine lets programs listen. */
final class OwnAddress implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
        Ipv4 address = Ipv4.parse(text);
        if (address == null || address.isAny()) {
            throw new TypeConversionException("'" + text + "' is no IPv4 address that a board can have");
        }
        if (!isOfThisMachine(address)) {
            throw new TypeConversionException("'" + text
                    + "' is no address of this machine; a board takes one of the machine's own, or 127.0.0.2 and the"
                    + " like, so that several can meet");
        }
        return text;
    }

    private static boolean isOfThisMachine(Ipv4 wanted) {
        try {
            InetAddress address = InetAddress.getByName(wanted.toString());
            return wanted.isLoopback() ? canListen(address) : NetworkInterface.getByInetAddress(address) != null;
        } catch (IOException e) {
            return false;
        }
    }

    /** Only trying tells: some systems have all of 127.x.y.z, others just the first. */
    private static boolean canListen(InetAddress address) {
        try (ServerSocket socket = new ServerSocket(0, 1, address)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
