package org.perilune.board.module;

import org.perilune.board.Board;
import org.perilune.board.BootReason;
import org.perilune.board.Firmware;
import org.perilune.lfs.LfsLibrary;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;

/** What the board says of itself. */
final class NodeInfo {
    /** Maker and type of a common flash chip of four megabytes. */
    private static final int FLASH_ID = 0x1640e0;

    private static final int FLASH_MODE_DIO = 2;
    private static final int FLASH_HERTZ = 40_000_000;
    private static final int KILOBYTE = 1024;

    private NodeInfo() {}

    static int info(LuaState lua) {
        Board board = Board.of(lua);
        int group = Arguments.option(lua, 1, "legacy", "lfs", "hw", "sw_version", "build_config", "legacy");
        switch (group) {
            case 0 -> LfsLibrary.pushConfig(lua);
            case 1 -> hardware(lua, board);
            case 2 -> software(lua);
            case 3 -> build(lua, board);
            default -> {
                return legacy(lua, board);
            }
        }
        return 1;
    }

    private static void hardware(LuaState lua, Board board) {
        lua.newTable(0, 5);
        number(lua, "chip_id", board.config().chipId());
        number(lua, "flash_id", FLASH_ID);
        number(lua, "flash_size", board.flashSize() / KILOBYTE);
        number(lua, "flash_mode", FLASH_MODE_DIO);
        number(lua, "flash_speed", FLASH_HERTZ);
    }

    private static void software(LuaState lua) {
        lua.newTable(0, 7);
        number(lua, "node_version_major", Firmware.MAJOR);
        number(lua, "node_version_minor", Firmware.MINOR);
        number(lua, "node_version_revision", Firmware.REVISION);
        text(lua, "git_branch", Firmware.BRANCH);
        text(lua, "git_commit_id", Firmware.COMMIT);
        text(lua, "git_release", Firmware.RELEASE);
        text(lua, "git_commit_dts", Firmware.RELEASE_TIME);
    }

    private static void build(LuaState lua, Board board) {
        lua.newTable(0, 4);
        lua.push(Firmware.SSL);
        lua.setField(-2, "ssl");
        number(lua, "lfs_size", board.chip().lfs().size());
        text(lua, "modules", board.modules().names());
        text(lua, "number_type", Firmware.BUILD_TYPE);
    }

    private static int legacy(LuaState lua, Board board) {
        Deprecation.warn(lua, "node.info() without parameter", "in the next version");
        int[] numbers = {
            Firmware.MAJOR,
            Firmware.MINOR,
            Firmware.REVISION,
            board.config().chipId(),
            FLASH_ID,
            board.flashSize() / KILOBYTE,
            FLASH_MODE_DIO,
            FLASH_HERTZ
        };
        for (int value : numbers) {
            lua.push(value);
        }
        return numbers.length;
    }

    private static void number(LuaState lua, String field, int value) {
        lua.push(value);
        lua.setField(-2, field);
    }

    private static void text(LuaState lua, String field, String value) {
        lua.push(value);
        lua.setField(-2, field);
    }

    static int chipId(LuaState lua) {
        lua.push(Board.of(lua).config().chipId());
        return 1;
    }

    static int flashId(LuaState lua) {
        lua.push(FLASH_ID);
        return 1;
    }

    static int flashSize(LuaState lua) {
        lua.push(Board.of(lua).flashSize());
        return 1;
    }

    static int bootReason(LuaState lua) {
        BootReason reason = Board.of(lua).cycle().bootReason();
        lua.push(reason.rawCode());
        lua.push(reason.extended());
        return 2;
    }
}
