package org.perilune.lfs;

import java.util.ArrayList;
import java.util.List;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.heap.Account;
import org.perilune.runtime.heap.Heap;
import org.perilune.runtime.heap.OutOfMemory;

/**
 * Replaces a board's image by one from a file. The file is inflated and checked whole before the first sector is erased;
 * all that it takes in working memory on a board is taken here, too.
 */
public final class LfsReload {
    /** The input's state with its buffer of 1 KiB. */
    private static final int INPUT = 1048;
    /** The output's state with the buffer in which addresses are put right. */
    private static final int OUTPUT = 2128;
    /** Blocks that hold what the stream may still refer to, and the one being filled. */
    private static final int BLOCKS = DeviceInflater.DICTIONARY / DeviceInflater.BLOCK + 1;
    /** Tables of the inflater. */
    private static final int INFLATER = 1460;

    private final LuaState lua;
    private final Heap heap;
    private final List<Block> taken = new ArrayList<>();

    private record Block(Account account, int address, int size) {}

    private LfsReload(LuaState lua) {
        this.lua = lua;
        heap = lua.vm().heap();
    }

    /** Heap that loading an image takes, in Lua bytes and the inflater's. */
    public static int workingMemory(int imageSize) {
        int flags = Words.bitmap(imageSize / Words.SIZE) * Words.SIZE;
        return INPUT + OUTPUT + BLOCKS * DeviceInflater.BLOCK + INFLATER + flags;
    }

    /** Loads the file; returns what the board says when it could not, its old image untouched. */
    static String reload(LuaState lua, String file) {
        LfsHost host = (LfsHost) lua.vm().host();
        if (host.lfs().size() == 0) {
            return "No LFS partition allocated";
        }
        LfsReload reload = new LfsReload(lua);
        byte[] content;
        try {
            content = reload.check(host, file);
        } catch (OutOfMemory e) {
            return "Memory allocation error";
        } catch (LfsFormatException e) {
            return e.deviceText();
        } finally {
            reload.giveBack();
        }
        host.lfs().write(content);
        host.restartWithNewImage(lua, "LFS region updated.  Restarting.");
        throw new IllegalStateException("the board must restart: its image is another one");
    }

    private byte[] check(LfsHost host, String name) {
        LfsStore store = host.lfs();
        take(Account.OBJECTS, INPUT);
        take(Account.OBJECTS, OUTPUT);
        byte[] file = name == null ? null : host.readImageFile(lua, name);
        if (file == null) {
            throw LfsFormatException.of("no such file", "LFS image file not found");
        }
        if (file.length <= DeviceInflater.TOO_SMALL) {
            throw LfsFormatException.of("too short", LfsFormatException.READ_ERROR);
        }
        for (int i = 0; i < BLOCKS; i++) {
            take(Account.OBJECTS, DeviceInflater.BLOCK);
        }
        takeInflater();
        LfsFile opened = LfsFile.compressed(
                file, store.size(), size -> take(Account.OBJECTS, Words.bitmap(size / Words.SIZE) * Words.SIZE));
        byte[] content = opened.at(store.mappedAddress());
        LfsImage.read(content, store.mappedAddress());
        return content;
    }

    /** The inflater's tables are the device's; a board reports their lack like any trouble of the inflater. */
    private void takeInflater() {
        try {
            take(Account.DEVICE, INFLATER);
        } catch (OutOfMemory e) {
            throw LfsFormatException.of("no memory to inflate", LfsFormatException.READ_ERROR);
        }
    }

    private void take(Account account, int size) {
        taken.add(new Block(account, heap.realloc(account, 0, 0, size), size));
    }

    private void giveBack() {
        for (Block block : taken) {
            heap.realloc(block.account(), block.address(), block.size(), 0);
        }
        taken.clear();
    }
}
