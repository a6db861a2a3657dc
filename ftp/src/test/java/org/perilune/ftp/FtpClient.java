package org.perilune.ftp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A plain FTP client that says exactly what a test wants said. */
public final class FtpClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;
    private static final Pattern LAST_LINE = Pattern.compile("[0-9]{3} .*");
    private static final Pattern PASSIVE = Pattern.compile("(\\d+),(\\d+)\\)");

    private Socket control;
    private BufferedReader replies;
    /** Null while nothing is encrypted. */
    private SSLContext tls;

    /** Connects, and reads the greeting; an exception if there is none. */
    public FtpClient(InetSocketAddress server) throws IOException {
        control = new Socket();
        control.connect(server, PATIENCE_MILLIS);
        control.setSoTimeout(PATIENCE_MILLIS);
        control.setTcpNoDelay(true);
        replies = reader();
        String greeting = reply();
        if (greeting == null) {
            throw new SocketException("the server has no place");
        }
        expect(220, greeting);
    }

    private BufferedReader reader() throws IOException {
        return new BufferedReader(new InputStreamReader(control.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Encrypts all that follows, data too. */
    public FtpClient secure(SSLContext context) throws IOException {
        expect(234, say("AUTH TLS"));
        tls = context;
        control = encrypted(control);
        ((SSLSocket) control).startHandshake();
        replies = reader();
        expect(200, say("PBSZ 0"));
        expect(200, say("PROT P"));
        return this;
    }

    private Socket encrypted(Socket socket) throws IOException {
        return tls.getSocketFactory()
                .createSocket(socket, socket.getInetAddress().getHostAddress(), socket.getPort(), true);
    }

    /** The server takes the socket for data only now. */
    private static void begin(Socket data) throws IOException {
        if (data instanceof SSLSocket encrypted) {
            encrypted.startHandshake();
        }
    }

    /** Logs in, and switches to bytes as they are. */
    public FtpClient login(String user, String password) throws IOException {
        expect(331, say("USER " + user));
        expect(230, say("PASS " + password));
        expect(200, say("TYPE I"));
        return this;
    }

    public Socket control() {
        return control;
    }

    /** Sends without waiting. */
    public void send(String line) throws IOException {
        control.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        control.getOutputStream().flush();
    }

    /** Reads one reply, all lines of it; its last one is the last. Null at the end of the connection. */
    public String reply() throws IOException {
        StringBuilder reply = new StringBuilder();
        while (true) {
            String line = replies.readLine();
            if (line == null) {
                return null;
            }
            reply.append(line);
            if (LAST_LINE.matcher(line).matches()) {
                return reply.toString();
            }
            reply.append('\n');
        }
    }

    public String say(String line) throws IOException {
        send(line);
        return reply();
    }

    /** Fails with both if the reply has not this code; returns the reply. */
    public static String expect(int code, String reply) {
        if (reply == null || !reply.startsWith(Integer.toString(code))) {
            throw new AssertionError("expected " + code + ", the server said: " + reply);
        }
        return reply;
    }

    /** A data connection that the server awaits. */
    public Socket passive() throws IOException {
        Matcher port = PASSIVE.matcher(expect(227, say("PASV")));
        if (!port.find()) {
            throw new AssertionError("no port");
        }
        Socket data = new Socket();
        data.connect(
                new InetSocketAddress(
                        control.getInetAddress(),
                        Integer.parseInt(port.group(1)) * 256 + Integer.parseInt(port.group(2))),
                PATIENCE_MILLIS);
        data.setSoTimeout(PATIENCE_MILLIS);
        return tls == null ? data : encrypted(data);
    }

    /** A place where the server is awaited; it has been told of it. */
    public ServerSocket active() throws IOException {
        ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        socket.setSoTimeout(PATIENCE_MILLIS);
        int port = socket.getLocalPort();
        expect(200, say("PORT 127,0,0,1," + port / 256 + "," + port % 256));
        return socket;
    }

    /** Uploads with a command such as {@code STOR name}; the reply at the end, or to the command if it is refused. */
    public String upload(String command, byte[] content) throws IOException {
        return upload(0, command, content);
    }

    /** Uploads from a place in the file on. */
    public String upload(long from, String command, byte[] content) throws IOException {
        try (Socket data = passive()) {
            restart(from);
            String first = say(command);
            if (!first.startsWith("150")) {
                return first;
            }
            begin(data);
            try (OutputStream out = data.getOutputStream()) {
                out.write(content);
            } catch (IOException e) {
                // The server has enough; it says why.
            }
        }
        return reply();
    }

    /** Downloads, or lists, with a command such as {@code RETR name}. */
    public byte[] download(String command) throws IOException {
        return download(0, command);
    }

    /** Downloads from a place in the file on. */
    public byte[] download(long from, String command) throws IOException {
        byte[] content;
        try (Socket data = passive()) {
            restart(from);
            expect(150, say(command));
            begin(data);
            try (InputStream in = data.getInputStream()) {
                content = in.readAllBytes();
            }
        }
        expect(226, reply());
        return content;
    }

    private void restart(long from) throws IOException {
        if (from > 0) {
            expect(350, say("REST " + from));
        }
    }

    public String list(String command) throws IOException {
        return new String(download(command), StandardCharsets.UTF_8);
    }

    /** Just goes away. */
    @Override
    public void close() throws IOException {
        control.close();
    }
}
