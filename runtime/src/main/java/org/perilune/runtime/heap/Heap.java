package org.perilune.runtime.heap;

/**
 * The emulated heap. Every block that Lua or the board takes passes {@link #realloc}, and nothing else moves a counter.
 * Two currencies are kept: Lua bytes (the sizes asked for) and device bytes (what the allocation model takes for them).
 */
public final class Heap {
    /** Collector mode bit: a full collection and a second try when a block cannot be had. */
    public static final int ON_ALLOC_FAILURE = 1;
    /** Collector mode bit: keep below the limit that goes with the mode. */
    public static final int ON_MEM_LIMIT = 2;
    /** Collector mode bit: a full collection before every block, shrinking ones included. */
    public static final int ALWAYS = 4;

    private static final int ACCOUNTS = Account.values().length;
    private static final int OBJECTS = Account.OBJECTS.ordinal();

    private final BuildProfile profile;
    private final AllocationModel model;
    private final long[] bytes = new long[ACCOUNTS];
    private final long[] deviceBytes = new long[ACCOUNTS];
    private final int[] blocks = new int[ACCOUNTS];
    private Reclaimer reclaimer;
    private int mode;
    private long limit;
    private long luaBytes;
    private long objectPeak;
    private long objectDevicePeak;
    private long devicePeak;

    public Heap(BuildProfile profile, AllocationModel model) {
        this.profile = profile;
        this.model = model;
    }

    public BuildProfile profile() {
        return profile;
    }

    public AllocationModel model() {
        return model;
    }

    /** Names the collector; without one, nothing is reclaimed. */
    public void reclaimWith(Reclaimer collector) {
        reclaimer = collector;
    }

    /**
     * Takes, resizes or gives back one block. As on the device a resize never happens in place: the new block is taken
     * before the old one is given back, even when it is smaller. Blocks of the device itself do not go
     * through Lua's allocator, so no collection makes room for them.
     *
     * @param account what the block is for
     * @param address the block's address, 0 for none
     * @param oldSize bytes it has, 0 for none
     * @param newSize bytes it shall have, 0 to give it back
     * @return the new address, 0 for none
     * @throws OutOfMemory when there is no room; nothing has changed then but what a collection freed
     */
    public int realloc(Account account, int address, int oldSize, int newSize) {
        if (newSize == 0) {
            if (oldSize != 0) {
                give(account, address, oldSize);
            }
            return 0;
        }
        boolean collects = account != Account.DEVICE;
        if (collects) {
            makeRoom(oldSize, newSize);
        }
        long usedBefore = model.used();
        int fresh = model.allocate(newSize);
        if (fresh == 0 && collects && (mode & ON_ALLOC_FAILURE) != 0 && reclaimer != null) {
            reclaimer.fullCollect();
            usedBefore = model.used();
            fresh = model.allocate(newSize);
        }
        if (fresh == 0) {
            throw new OutOfMemory(newSize);
        }
        take(account, newSize, usedBefore);
        if (oldSize != 0) {
            give(account, address, oldSize);
        }
        if (account == Account.OBJECTS && bytes[OBJECTS] > objectPeak) {
            objectPeak = bytes[OBJECTS];
        }
        return fresh;
    }

    private void makeRoom(int oldSize, int newSize) {
        if (mode == 0 || reclaimer == null) {
            return;
        }
        if ((mode & ALWAYS) != 0) {
            reclaimer.fullCollect();
        }
        if ((mode & ON_MEM_LIMIT) != 0) {
            if (limit < 0 && model.free() < -limit) {
                reclaimer.fullCollect();
            }
            if (newSize > oldSize && limit > 0) {
                int needed = newSize - oldSize;
                if (needed > limit || !reclaimer.stepBelow(limit - needed)) {
                    throw new OutOfMemory(newSize);
                }
            }
        }
    }

    private void take(Account account, int size, long usedBefore) {
        int a = account.ordinal();
        long used = model.used();
        long device = deviceBytes[a] + used - usedBefore;
        deviceBytes[a] = device;
        bytes[a] += size;
        blocks[a]++;
        if (account != Account.DEVICE) {
            luaBytes += size;
        }
        if (used > devicePeak) {
            devicePeak = used;
        }
        if (account == Account.OBJECTS && device > objectDevicePeak) {
            objectDevicePeak = device;
        }
    }

    private void give(Account account, int address, int size) {
        int a = account.ordinal();
        long usedBefore = model.used();
        model.free(address, size);
        deviceBytes[a] -= usedBefore - model.used();
        bytes[a] -= size;
        blocks[a]--;
        if (account != Account.DEVICE) {
            luaBytes -= size;
        }
    }

    /** Collector mode bits, 0 when the collector only steps along with allocation. */
    public int mode() {
        return mode;
    }

    /**
     * Chooses when the heap asks for a collection.
     *
     * @param mode a sum of the mode bits
     * @param limit for {@link #ON_MEM_LIMIT}: most Lua bytes when positive, least free device bytes when negative
     */
    public void mode(int mode, long limit) {
        this.mode = mode;
        this.limit = limit;
    }

    /** Limit that goes with {@link #ON_MEM_LIMIT}. */
    public long limit() {
        return limit;
    }

    /** Lua bytes in use, all accounts but the device's own. */
    public long luaBytes() {
        return luaBytes;
    }

    /** Bytes of one account as they were asked for. */
    public long bytes(Account account) {
        return bytes[account.ordinal()];
    }

    /** Device bytes of one account. */
    public long deviceBytes(Account account) {
        return deviceBytes[account.ordinal()];
    }

    /** Blocks of one account. */
    public int blocks(Account account) {
        return blocks[account.ordinal()];
    }

    /** Device bytes in use. */
    public long deviceUsed() {
        return model.used();
    }

    /** Device bytes free: what {@code node.heap()} says. */
    public long deviceFree() {
        return model.free();
    }

    /** Most Lua bytes of {@link Account#OBJECTS} since the last {@link #resetPeaks}; a resize counts its result only. */
    public long objectPeak() {
        return objectPeak;
    }

    /** Most device bytes of {@link Account#OBJECTS} since the last {@link #resetPeaks}; a resize counts both blocks. */
    public long objectDevicePeak() {
        return objectDevicePeak;
    }

    /** Most device bytes in use since the last {@link #resetPeaks}; a resize counts both blocks. */
    public long devicePeak() {
        return devicePeak;
    }

    /** Lets the peaks begin again at what is in use now. */
    public void resetPeaks() {
        objectPeak = bytes[Account.OBJECTS.ordinal()];
        objectDevicePeak = deviceBytes[Account.OBJECTS.ordinal()];
        devicePeak = model.used();
    }
}
