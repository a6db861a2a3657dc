package org.perilune.system.interop;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.EnumSet;
import java.util.Set;
import org.perilune.board.Chip;
import org.perilune.board.storage.FileStore;
import org.perilune.fast.FtpBoard;
import org.perilune.ftp.FtpClient;

/** The board's own server, in Lua, with the heap and the sockets that a board has, on the host's clock. */
final class BoardServer implements FtpTarget {
    private static final int CLIENTS = 3;

    private final Chip chip = Chip.inMemory();
    private final FtpBoard board;

    BoardServer() throws IOException {
        board = FtpBoard.serving(chip, USER, PASSWORD);
    }

    @Override
    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), board.port());
    }

    @Override
    public FtpClient login() throws IOException {
        return new FtpClient(address()).login(USER, PASSWORD);
    }

    /** SPIFFS keeps no times. */
    @Override
    public Set<Ability> abilities() {
        return EnumSet.complementOf(EnumSet.of(Ability.TIMES));
    }

    @Override
    public int clients() {
        return CLIENTS;
    }

    @Override
    public FileStore files() {
        return chip.files();
    }

    @Override
    public String printed() {
        return board.log();
    }

    @Override
    public void close() throws IOException {
        board.close();
        chip.close();
    }

    @Override
    public String toString() {
        return "Lua server";
    }
}
