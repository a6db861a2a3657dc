package org.perilune.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.perilune.board.BoardConfig;
import org.perilune.board.BoardException;
import org.perilune.board.Chip;
import org.perilune.board.HostFolder;
import org.perilune.board.VirtualClock;
import org.perilune.board.standard.StandardBoards;
import org.perilune.fastload.FastBundle;
import org.perilune.fastload.FastPiece;
import org.perilune.srcdiet.BoardCompiler;
import org.perilune.srcdiet.DietException;
import org.perilune.srcdiet.DietLevel;
import org.perilune.srcdiet.FastSource;
import org.perilune.srcdiet.Piece;

/** Describes a board for a test. What cannot be used ends in a {@link BoardException} with a sentence. */
public final class TestBoardBuilder {
    private BoardConfig config = BoardConfig.standard(new VirtualClock()).withEcho(false);
    /** Makes the board if it has no fast modules of its own; null when it shares nothing with others. */
    private final StandardBoards shared;
    /** With the modules of its own; null when it has none. */
    private FastBundle fast;

    private final List<Path> folders = new ArrayList<>();
    /** What the board finds in LFS; null for nothing. */
    private Path lfs;

    TestBoardBuilder(StandardBoards shared) {
        this.shared = shared;
    }

    /** Device bytes free at the first prompt, as {@code =node.heap()} prints them there. */
    public TestBoardBuilder heap(int bytes) {
        config = config.withHeap(bytes);
        return this;
    }

    /** Fills the board's file system from a folder of the host. */
    public TestBoardBuilder files(Path folder) {
        folders.add(folder);
        return this;
    }

    /** Adds modules of one's own to {@code fast}, a Lua source or a folder of them, before those of the same name. */
    public TestBoardBuilder fast(Path fileOrFolder) {
        if (!Files.exists(fileOrFolder)) {
            throw new BoardException(fileOrFolder + ": no such file or folder");
        }
        try {
            FastBundle before = fast == null ? FastBundle.bundled() : fast;
            fast = before.with(FastSource.prepare(fileOrFolder, DietLevel.MAXIMUM, new BoardCompiler()).stream()
                    .map(prepared -> piece(prepared.piece()))
                    .toList());
        } catch (DietException e) {
            throw new BoardException(e.getMessage(), e);
        } catch (IOException e) {
            throw new BoardException(fileOrFolder + ": " + e.getMessage(), e);
        }
        return this;
    }

    /** Puts modules into the board's LFS: a built image, or a Lua source or a folder of them to build one from. */
    public TestBoardBuilder lfs(Path imageOrSources) {
        lfs = imageOrSources;
        return this;
    }

    /** Puts a wireless network in reach. */
    public TestBoardBuilder wifi(String name, String password) {
        config = config.withAccessPoint(name, password);
        return this;
    }

    /** The board's own address. */
    public TestBoardBuilder ip(String address) {
        config = config.withIp(address);
        return this;
    }

    /** The board, still off. */
    public TestBoard build() {
        Chip chip = Chip.inMemory();
        if (lfs != null) {
            BoardImage.install(lfs, chip.lfs());
        }
        folders.forEach(folder -> HostFolder.copy(folder, chip.files()));
        SerialLog log = new SerialLog();
        if (shared != null && fast == null) {
            return new TestBoard(shared.create(config, chip, log), log, () -> {});
        }
        StandardBoards own = fast == null ? new StandardBoards() : new StandardBoards(fast);
        return new TestBoard(own.create(config, chip, log), log, own::close);
    }

    /** The board, at its first prompt. */
    public TestBoard boot() {
        TestBoard board = build();
        board.boot();
        return board;
    }

    private static FastPiece piece(Piece piece) {
        return new FastPiece(piece.name(), piece.module(), piece.first(), piece.bytes());
    }
}
