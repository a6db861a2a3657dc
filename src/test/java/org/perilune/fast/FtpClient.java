package org.perilune.fast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** A plain FTP client that shows every reply. Texts are as on the wire, each character one byte. */
final class FtpClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket control;

    private FtpClient(int port) throws IOException {
        control = connect(port);
    }

    /** Content of a file: any bytes, the same ones for the same length. */
    static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    /** Connects; the greeting has not been read. */
    static FtpClient connected(int port) throws IOException {
        return new FtpClient(port);
    }

    static FtpClient login(int port, String user, String password) throws IOException {
        FtpClient client = connected(port);
        client.expect("220 [0-9]+ bytes free");
        client.ask("USER " + user, "331 .*");
        client.ask("PASS " + password, "230 .*");
        return client;
    }

    /** Lets the connection be cut when this is closed, without a regular end. */
    void resetsAtEnd() throws IOException {
        control.setSoLinger(true, 0);
    }

    /** Sends bytes on the control connection. */
    void send(String text) throws IOException {
        control.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        control.getOutputStream().flush();
    }

    /** Sends bytes on the control connection, the last of them urgent, as Python's ftplib does. */
    void sendUrgently(String text) throws IOException {
        send(text.substring(0, text.length() - 1));
        control.sendUrgentData(text.charAt(text.length() - 1));
    }

    /** The next reply, the lines of a long one joined by LF; null when the server has closed. */
    String reply() throws IOException {
        String line = line();
        if (line == null || line.length() < 4 || line.charAt(3) != '-') {
            return line;
        }
        StringBuilder all = new StringBuilder(line);
        String end = line.substring(0, 3) + " ";
        do {
            line = line();
            all.append('\n').append(line);
        } while (line != null && !line.startsWith(end));
        return all.toString();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = control.getInputStream().read();
                b != '\n';
                b = control.getInputStream().read()) {
            if (b < 0) {
                return null;
            }
            line.append((char) b);
        }
        assertTrue(line.length() > 0 && line.charAt(line.length() - 1) == '\r', () -> "ends with CR LF: " + line);
        return line.substring(0, line.length() - 1);
    }

    /** Reads whatever comes until the server closes. */
    void drain() throws IOException {
        control.getInputStream().readAllBytes();
    }

    /** Sends a command; its first reply. */
    String ask(String command) throws IOException {
        send(command + "\r\n");
        return reply();
    }

    /** Sends a command whose reply must match. */
    void ask(String command, String regex) throws IOException {
        String reply = ask(command);
        assertTrue(reply != null && reply.matches(regex), () -> command + " was answered " + reply);
    }

    /** Waits for a reply, which must match. */
    void expect(String regex) throws IOException {
        String reply = reply();
        assertTrue(reply != null && reply.matches(regex), () -> "the reply was " + reply);
    }

    /** Opens a data connection; the transfer's command comes after. */
    Socket data() throws IOException {
        return data(ask("EPSV"));
    }

    /** Opens the data connection that a reply offers. */
    static Socket data(String reply) throws IOException {
        assertTrue(reply.matches("229 .*\\(\\|\\|\\|[0-9]+\\|\\)"), reply);
        return connect(Integer.parseInt(reply.replaceAll("\\D+", " ").strip().split(" ", -1)[1]));
    }

    /** What a command such as RETR or LIST gives. */
    byte[] download(String command) throws IOException {
        try (Socket data = data()) {
            ask(command, "150 .*");
            byte[] content = data.getInputStream().readAllBytes();
            expect("226 .*");
            return content;
        }
    }

    String listing(String command) throws IOException {
        return new String(download(command), StandardCharsets.ISO_8859_1);
    }

    /** Sends content after a command such as STOR; the last reply. */
    String upload(String command, byte[] content) throws IOException {
        try (Socket data = data()) {
            ask(command, "150 .*");
            data.getOutputStream().write(content);
        }
        return reply();
    }

    void put(String name, byte[] content) throws IOException {
        assertEquals("226 Stored", upload("STOR " + name, content));
    }

    byte[] get(String name) throws IOException {
        return download("RETR " + name);
    }

    /** Whether the server has closed the control connection. */
    boolean isEnded() throws IOException {
        InputStream in = control.getInputStream();
        return in.read() < 0;
    }

    @Override
    public void close() throws IOException {
        control.close();
    }
}
