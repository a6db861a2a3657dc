package org.perilune.board.module;

import org.perilune.board.Board;
import org.perilune.board.BoardModule;
import org.perilune.board.PowerCycle;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.lib.Library;
import org.perilune.runtime.value.RoTable;

/** {@code adc}: the analogue pin and the supply voltage. */
public final class AdcModule implements BoardModule {
    private static final int MEASURES_PIN = 0;
    private static final int MEASURES_SUPPLY = 0xff;
    /** What a read gives that the mode does not allow. */
    private static final int NOT_MEASURED = 0xffff;

    private static final RoTable TABLE = Library.named("adc")
            .function("read", AdcModule::read)
            .function("readvdd33", AdcModule::readSupply)
            .function("force_init_mode", AdcModule::forceMode)
            .number("INIT_ADC", MEASURES_PIN)
            .number("INIT_VDD33", MEASURES_SUPPLY)
            .build();

    @Override
    public RoTable table() {
        return TABLE;
    }

    private static AnalogInput input(LuaState lua) {
        return AnalogInput.of(Board.of(lua));
    }

    /** What the chip read when it started: the mode that was chosen since counts from the next start on. */
    private record Mode(boolean measuresSupply) {}

    @Override
    public void opened(PowerCycle cycle) {
        cycle.keep(new Mode(cycle.board().chip().measuresSupply()));
    }

    private static boolean measuresSupply(LuaState lua) {
        return Board.of(lua).cycle().part(Mode.class).measuresSupply();
    }

    private static int read(LuaState lua) {
        int id = Arguments.integer(lua, 1);
        if (id != 0) {
            throw lua.error("adc %d does not exist", id);
        }
        lua.push(measuresSupply(lua) ? NOT_MEASURED : input(lua).level());
        return 1;
    }

    private static int readSupply(LuaState lua) {
        lua.push(measuresSupply(lua) ? input(lua).supplyMillivolts() : NOT_MEASURED);
        return 1;
    }

    private static int forceMode(LuaState lua) {
        int mode = Arguments.integer(lua, 1) & 0xff;
        Arguments.check(lua, mode == MEASURES_PIN || mode == MEASURES_SUPPLY, 1, "Invalid mode");
        lua.push(Board.of(lua).chip().measureSupply(mode == MEASURES_SUPPLY));
        return 1;
    }
}
