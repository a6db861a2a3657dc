package org.perilune.cli;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Where a door listens. Written PORT it lets in this machine alone, written ADDR:PORT whoever reaches that address; an
 * IPv6 address stands in brackets. Port 0 takes a free one.
 */
record DoorAddress(InetAddress host, int port) {
    private static final int MAX_PORT = 65535;

    InetSocketAddress socketAddress() {
        return new InetSocketAddress(host, port);
    }

    /** Reads the text of an option. */
    static final class Converter implements ITypeConverter<DoorAddress> {
        @Override
        public DoorAddress convert(String text) {
            int colon = text.lastIndexOf(':');
            return new DoorAddress(
                    host(text, text.substring(0, Math.max(0, colon))), port(text, text.substring(colon + 1)));
        }

        @SuppressWarnings("AddressSelection") // a door listens at one address; the user can name which
        private static InetAddress host(String whole, String text) {
            if (text.isEmpty() && whole.startsWith(":")) {
                throw wrong(whole);
            }
            try {
                return InetAddress.getAllByName(text.isEmpty() ? "127.0.0.1" : text)[0];
            } catch (UnknownHostException e) {
                throw new TypeConversionException("there is no address '" + text + "'");
            }
        }

        private static int port(String whole, String text) {
            if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > MAX_PORT) {
                throw wrong(whole);
            }
            return Integer.parseInt(text);
        }

        private static TypeConversionException wrong(String text) {
            return new TypeConversionException(
                    "'" + text + "' is no place to listen, such as 2121 or 0.0.0.0:2121, with a port up to 65535");
        }
    }
}
