package org.perilune.board;

import java.util.Arrays;
import org.perilune.board.storage.FilePath;
import org.perilune.board.storage.FileStore;
import org.perilune.fastload.FastBundle;
import org.perilune.fastload.FastHost;
import org.perilune.lfs.LfsHost;
import org.perilune.lfs.LfsStore;
import org.perilune.runtime.compile.ChunkReader;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.lib.LibraryHost;
import org.perilune.runtime.lib.RandomSource;

/** What a board's machine knows of the world around it. */
final class BoardHost implements LibraryHost, FastHost, LfsHost {
    /** Bytes of a file that are read at a time. */
    private static final int PART = 256;
    /** As a power of two, how many bytes can be printed for a unit of work. */
    private static final int PRINT_CHEAP = 3;
    /** Where the C library's random numbers begin at each boot. */
    private static final int BOOT_SEED = 1;

    private final PowerCycle cycle;
    private final RandomSource random = new RandomSource(BOOT_SEED);

    BoardHost(PowerCycle cycle) {
        this.cycle = cycle;
    }

    Board board() {
        return cycle.board();
    }

    @Override
    public void print(byte[] text, int from, int length) {
        cycle.lua().vm().work(length >> PRINT_CHEAP);
        cycle.output().write(text, from, length);
    }

    @Override
    public ChunkReader openFile(String name) {
        String stored = FilePath.inStore(name);
        byte[] bytes = stored == null ? null : files().read(stored);
        DeviceBlock descriptor = bytes == null ? null : DeviceBlock.tryTake(cycle.heap(), PowerCycle.FILE_BYTES);
        return descriptor == null ? null : new Content(bytes, descriptor);
    }

    @Override
    public void closeFile(ChunkReader file) {
        ((Content) file).descriptor.free();
    }

    @Override
    public boolean exists(String name) {
        String stored = FilePath.inStore(name);
        return stored != null && files().find(stored) != null;
    }

    private FileStore files() {
        return cycle.board().chip().files();
    }

    @Override
    public FastBundle fastBundle() {
        return cycle.board().modules().fast();
    }

    @Override
    public LfsStore lfs() {
        return cycle.board().chip().lfs();
    }

    @Override
    public byte[] readImageFile(LuaState lua, String name) {
        String stored = FilePath.inStore(name);
        return stored == null ? null : files().read(stored);
    }

    /** The firmware waits for its watchdog, as no code of the old image may run any more. */
    @Override
    public void restartWithNewImage(LuaState lua, String message) {
        cycle.uart().print(message + "\n");
        throw Reboot.because(BootReason.WATCHDOG);
    }

    @Override
    public RandomSource random() {
        return random;
    }

    /** A file's content as it was when the file was opened. */
    private static final class Content implements ChunkReader {
        private final byte[] content;
        private final DeviceBlock descriptor;
        private int at;

        Content(byte[] content, DeviceBlock descriptor) {
            this.content = content;
            this.descriptor = descriptor;
        }

        @Override
        public byte[] read() {
            int from = at;
            at = Math.min(content.length, from + PART);
            return Arrays.copyOfRange(content, from, at);
        }
    }
}
