package org.perilune.board.module;

import org.perilune.board.Board;
import org.perilune.board.BootReason;
import org.perilune.board.Chip;
import org.perilune.board.Reboot;
import org.perilune.flash.partition.Partition;
import org.perilune.flash.partition.PartitionChange;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.value.Value;

/** What the flash chip is divided into. */
final class NodePartitions {
    private static final String INVALID = "invalid partition setting";

    /** The names in the tables of both functions, in the order of {@link PartitionChange}. */
    private static final String[] NAMES = {"lfs_addr", "lfs_size", "spiffs_addr", "spiffs_size"};

    /** A number that the firmware takes for none. */
    private static final long SKIP = 0xffff_ffffL;

    private NodePartitions() {}

    static int get(LuaState lua) {
        Chip chip = Board.of(lua).chip();
        Partition lfs = chip.lfsPartition();
        Partition files = chip.filePartition();
        long[] values = {lfs.address(), lfs.size(), files.address(), files.size()};
        lua.newTable(0, NAMES.length);
        for (int i = 0; i < NAMES.length; i++) {
            lua.push((double) values[i]);
            lua.setField(-2, NAMES[i]);
        }
        return 1;
    }

    /** Never returns: as the firmware does, it waits for the watchdog, and the new table counts at the next start. */
    static int set(LuaState lua) {
        Arguments.check(lua, lua.isTable(1), 1, "must be table");
        lua.setTop(1);
        Long[] values = new Long[NAMES.length];
        lua.pushNil();
        while (lua.next(1)) {
            Arguments.check(lua, lua.isString(-2) && lua.isNumber(-1), 1, INVALID);
            values[indexOf(lua)] = unsigned(lua.toNumber(-1));
            lua.pop(1);
        }
        try {
            Board.of(lua).chip().repartition(new PartitionChange(values[0], values[1], values[2], values[3]));
        } catch (IllegalArgumentException e) {
            throw lua.error(e.getMessage());
        }
        throw Reboot.because(BootReason.WATCHDOG);
    }

    /** Which of the values the key under the top is. */
    private static int indexOf(LuaState lua) {
        for (int i = 0; i < NAMES.length; i++) {
            // A number as key must stay one for the traversal, and is no name.
            if (lua.refAt(-2) != Value.NUMBER && NAMES[i].equals(lua.toJavaString(-2))) {
                return i;
            }
        }
        throw Arguments.error(lua, 1, INVALID);
    }

    private static Long unsigned(double value) {
        long bits = (long) value & SKIP;
        return bits == SKIP ? null : bits;
    }
}
