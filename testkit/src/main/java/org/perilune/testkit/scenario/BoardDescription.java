package org.perilune.testkit.scenario;

import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;
import org.perilune.testkit.TestBoardBuilder;

/** Reads the table given to {@code board}. */
final class BoardDescription {
    private BoardDescription() {}

    static TestBoardBuilder of(LuaTable options, Scenario scenario) {
        TestBoardBuilder builder = scenario.builder();
        for (Varargs entry = options.next(LuaValue.NIL); !entry.arg1().isnil(); entry = options.next(entry.arg1())) {
            set(builder, entry.arg1().tojstring(), entry.arg(2), scenario);
        }
        return builder;
    }

    private static void set(TestBoardBuilder builder, String option, LuaValue value, Scenario scenario) {
        switch (option) {
            case "heap" -> {
                if (!value.isint()) {
                    throw mistake(option, "a number of bytes", value);
                }
                builder.heap(value.toint());
            }
            case "files" -> builder.files(scenario.resolve(text(option, value)));
            case "lfs" -> builder.lfs(scenario.resolve(text(option, value)));
            case "fast" -> fast(builder, value, scenario);
            case "wifi" -> {
                String network = text(option, value);
                int colon = network.indexOf(':');
                if (colon < 1) {
                    throw mistake(option, "'SSID:PASSWORD'", value);
                }
                builder.wifi(network.substring(0, colon), network.substring(colon + 1));
            }
            case "ip" -> builder.ip(text(option, value));
            default ->
                throw new LuaError("board has no option '" + option + "'; it takes heap, files, lfs, fast, wifi, ip");
        }
    }

    /** One path, or a list of them. */
    private static void fast(TestBoardBuilder builder, LuaValue value, Scenario scenario) {
        if (value.istable()) {
            for (int i = 1; i <= value.length(); i++) {
                builder.fast(scenario.resolve(text("fast", value.get(i))));
            }
        } else {
            builder.fast(scenario.resolve(text("fast", value)));
        }
    }

    private static String text(String option, LuaValue value) {
        if (value.type() != LuaValue.TSTRING) {
            throw mistake(option, "a string", value);
        }
        return value.tojstring();
    }

    private static LuaError mistake(String option, String wanted, LuaValue value) {
        return new LuaError("board option '" + option + "' must be " + wanted + ", not "
                + (value.isstring() ? "'" + value.tojstring() + "'" : value.typename()));
    }
}
