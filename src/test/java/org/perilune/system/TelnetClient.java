package org.perilune.system;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Somebody at a telnet door with nothing but a socket. */
final class TelnetClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;
    private final StringBuilder seen = new StringBuilder();

    TelnetClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /** A client that is logged in, at the prompt. */
    static TelnetClient loggedIn(int port, String password) throws IOException {
        TelnetClient client = new TelnetClient(port);
        client.type("perilune\r\n" + password + "\r\n");
        client.expect("Ctrl-D leaves.\r\n");
        return client;
    }

    void type(String latin1) throws IOException {
        socket.getOutputStream().write(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** IAC IP, and the Synch as urgent data, as a client sends them for its interrupt key. */
    void interrupt() throws IOException {
        type("\u00ff\u00f4\u00ff");
        socket.sendUrgentData(242);
    }

    /** Reads up to a text, and returns all up to it since the last time. */
    String expect(String text) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] part = new byte[8192];
        int at = seen.indexOf(text);
        try {
            while (at < 0) {
                int count = in.read(part);
                if (count < 0) {
                    fail("the connection ended before '" + text + "' after: " + end());
                }
                int from = Math.max(0, seen.length() - text.length());
                seen.append(new String(part, 0, count, StandardCharsets.ISO_8859_1));
                at = seen.indexOf(text, from);
            }
        } catch (SocketTimeoutException e) {
            fail("no '" + text + "' in: " + end());
        }
        int end = at + text.length();
        String taken = seen.substring(0, end);
        seen.delete(0, end);
        return taken;
    }

    private String end() {
        return seen.substring(Math.max(0, seen.length() - 1000));
    }

    /** Reads to the end of the connection. */
    String rest() throws IOException {
        String text = seen + new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        seen.setLength(0);
        return text;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
