package org.perilune.system.interop;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.perilune.board.Board;
import org.perilune.board.BoardConfig;
import org.perilune.board.Chip;
import org.perilune.board.RealClock;
import org.perilune.board.UartSink;
import org.perilune.board.door.BoardFiles;
import org.perilune.board.door.FtpBoard;
import org.perilune.board.standard.StandardBoards;
import org.perilune.board.storage.FileStore;
import org.perilune.flash.nio.Layout;
import org.perilune.flash.nio.TimesStore;
import org.perilune.ftp.FtpClient;
import org.perilune.ftp.FtpConfig;
import org.perilune.ftp.FtpDoor;
import org.perilune.ftp.FtpLimits;
import org.perilune.ftp.Tls;

/** The host's server beside a board that runs, on a thread of its own. */
public final class HostDoor implements FtpTarget {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Chip chip = Chip.inMemory();
    private final StandardBoards boards = new StandardBoards();
    private final Board board;
    private final BoardFiles files = new BoardFiles(chip, Layout.FOLDERS, TimesStore.inMemory(InstantSource.system()));
    private final FtpDoor door;
    private final Thread runner;

    /** Null when nothing is encrypted. */
    private final SSLContext client;

    private final Path certificate;

    public HostDoor() throws IOException, GeneralSecurityException {
        this(null, null);
    }

    /**
     * @param tls null when nothing is encrypted
     * @param folder where the certificate is written for clients
     */
    HostDoor(Tls tls, Path folder) throws IOException, GeneralSecurityException {
        BoardConfig config = BoardConfig.standard(new RealClock()).withEcho(false);
        board = boards.create(config, chip, UartSink.withoutCarriageReturns(printed::writeBytes));
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        FtpConfig served = FtpBoard.config(board, files, address, USER, PASSWORD);
        door = FtpDoor.open(tls == null ? served : served.withTls(tls.context()));
        client = tls == null ? null : Certificates.credulous();
        certificate = tls == null ? null : Certificates.fetch(door.address(), folder);
        runner = new Thread(
                () -> {
                    board.powerOn();
                    board.serve();
                },
                "board");
        runner.start();
    }

    public Board board() {
        return board;
    }

    @Override
    public String printed() {
        return printed.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public InetSocketAddress address() {
        return door.address();
    }

    @Override
    public Path certificate() {
        return certificate;
    }

    @Override
    public FtpClient login() throws IOException {
        FtpClient connected = new FtpClient(address());
        return (client == null ? connected : connected.secure(client)).login(USER, PASSWORD);
    }

    @Override
    public Set<Ability> abilities() {
        return EnumSet.allOf(Ability.class);
    }

    @Override
    public int clients() {
        return FtpLimits.DEFAULT.sessions();
    }

    @Override
    public FileStore files() {
        return chip.files();
    }

    @Override
    public void close() throws IOException {
        door.close();
        board.stop();
        try {
            runner.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        board.close();
        boards.close();
        files.close();
        chip.close();
    }

    @Override
    public String toString() {
        return certificate == null ? "host server" : "host server under TLS";
    }
}
