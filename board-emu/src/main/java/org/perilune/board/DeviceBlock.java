package org.perilune.board;

import org.perilune.runtime.heap.Account;
import org.perilune.runtime.heap.Heap;
import org.perilune.runtime.heap.OutOfMemory;

/** A block of the board's heap that is not Lua's: counted by {@code node.heap()}, unknown to the collector. */
public final class DeviceBlock {
    private final Heap heap;
    private int size;
    private int address;

    /**
     * Takes a block.
     *
     * @throws OutOfMemory when there is no room
     */
    public DeviceBlock(Heap heap, int size) {
        this.heap = heap;
        address = heap.realloc(Account.DEVICE, 0, 0, size);
        this.size = size;
    }

    /** Takes a block, or returns null when there is no room. */
    public static DeviceBlock tryTake(Heap heap, int size) {
        try {
            return new DeviceBlock(heap, size);
        } catch (OutOfMemory e) {
            return null;
        }
    }

    /** Gives the block back; a second time does nothing. */
    public void free() {
        if (size > 0) {
            address = heap.realloc(Account.DEVICE, address, size, 0);
            size = 0;
        }
    }
}
