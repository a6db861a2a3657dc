package org.perilune.board.door;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.perilune.board.Board;
import org.perilune.board.PowerCycle;
import org.perilune.flash.nio.SpiffsFileSystem;
import org.perilune.flash.spiffs.NoSpaceException;
import org.perilune.flash.spiffs.Spiffs;
import org.perilune.ftp.BoardControl;
import org.perilune.ftp.DiskFullException;
import org.perilune.ftp.FtpConfig;
import org.perilune.lfs.LfsFormatException;

/** A board as an FTP server's clients meet it. */
public final class FtpBoard implements BoardControl {
    private static final int PATIENCE_SECONDS = 5;

    private final Board board;
    private final BoardFiles files;

    private FtpBoard(Board board, BoardFiles files) {
        this.board = board;
        this.files = files;
    }

    /**
     * A server of a board's files, to which {@code SITE} commands speak too. It works whatever the board's program does.
     *
     * @param files the board's
     */
    public static FtpConfig config(
            Board board, BoardFiles files, InetSocketAddress address, String user, String password) {
        return FtpConfig.of(() -> files.now().getPath("/"), address, user, password)
                .withBoard(new FtpBoard(board, files))
                .withReplacer(FtpBoard::replace)
                .withNameBytes(Spiffs.MAX_NAME);
    }

    /** Where the client has meant it to go: not into files that the board has got meanwhile. */
    private static void replace(Path file, byte[] content) throws IOException {
        SpiffsFileSystem files = (SpiffsFileSystem) file.getFileSystem();
        try {
            files.replace(file, content);
        } catch (NoSpaceException e) {
            throw new DiskFullException(
                    file, files.getFileStores().iterator().next().getUsableSpace());
        }
    }

    @Override
    public void reloadLfs(String name) throws IOException {
        byte[] image;
        try {
            image = Files.readAllBytes(files.now().getPath("/").resolve(name));
            board.chip().lfs().check(image);
        } catch (NoSuchFileException e) {
            throw new IOException(name + ": no such file", e);
        } catch (FileSystemException e) {
            throw new IOException(name + ": " + e.getReason(), e);
        } catch (IllegalArgumentException e) {
            throw new IOException(name + ": no name of a file", e);
        } catch (LfsFormatException e) {
            throw new IOException(name + ": " + e.getMessage(), e);
        }
        // While nothing runs that could be loading an image itself.
        board.reset(() -> board.chip().lfs().install(image));
    }

    @Override
    public void restart() {
        board.reset(() -> {});
    }

    @Override
    public int heap() throws IOException {
        CompletableFuture<Integer> free = new CompletableFuture<>();
        board.post(() -> {
            PowerCycle cycle = board.cycle();
            free.complete(cycle == null ? -1 : (int) cycle.heap().deviceFree());
        });
        try {
            int bytes = free.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (bytes < 0) {
                throw new IOException("the board is off or asleep");
            }
            return bytes;
        } catch (TimeoutException e) {
            throw new IOException("the board is busy; SITE RESTART ends that", e);
        } catch (ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the server ends", e);
        }
    }
}
