package org.perilune.runtime.lib;

import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.heap.Heap;
import org.perilune.runtime.value.Collector;

/** {@code collectgarbage} and {@code gcinfo}. */
final class GarbageFunctions {
    private static final String[] OPTIONS = {
        "stop", "restart", "collect", "count", "step", "setpause", "setstepmul", "setmemlimit", "getmemlimit"
    };

    private GarbageFunctions() {}

    static int gcInfo(LuaState lua) {
        lua.push((double) (lua.vm().heap().luaBytes() >> 10));
        return 1;
    }

    static int collectGarbage(LuaState lua) {
        String option = OPTIONS[Arguments.option(lua, 1, "collect", OPTIONS)];
        int value = Arguments.integer(lua, 2, 0);
        Collector collector = lua.vm().collector();
        Heap heap = lua.vm().heap();
        double result = 0;
        switch (option) {
            case "stop" -> collector.block(true);
            case "restart" -> collector.block(false);
            case "count" -> result = heap.luaBytes() / 1024.0;
            case "step" -> {
                lua.push(step(collector, heap, value));
                return 1;
            }
            case "setpause" -> {
                result = collector.pause();
                collector.pause(value);
            }
            case "setstepmul" -> {
                result = collector.stepMultiplier();
                collector.stepMultiplier(value);
            }
            case "setmemlimit" -> result = setLimit(collector, heap, value);
            case "getmemlimit" -> result = (double) (heap.limit() >> 10);
            default -> collector.fullCollect();
        }
        lua.push(result);
        return 1;
    }

    /** Collects for so many kilobytes of allocation, until a cycle ends; whether one did. */
    private static boolean step(Collector collector, Heap heap, int kilobytes) {
        if (collector.isBlocked()) {
            return true;
        }
        long ahead = ((long) kilobytes << 10) & 0xffff_ffffL;
        collector.threshold(Math.max(0, heap.luaBytes() - ahead));
        while (collector.threshold() <= heap.luaBytes()) {
            collector.step();
            if (collector.isPaused()) {
                return true;
            }
        }
        return false;
    }

    /** Sets the heap's limit in kilobytes, no lower than what is live; returns it. */
    private static double setLimit(Collector collector, Heap heap, int kilobytes) {
        int limit = kilobytes << 10; // 32 bits, as on the device
        if (limit > 0 && limit < heap.luaBytes()) {
            collector.fullCollect();
            if (limit < heap.luaBytes()) {
                limit = (int) (heap.luaBytes() + 1024) & ~1023;
            }
        }
        heap.mode(heap.mode(), limit);
        return limit >>> 10;
    }
}
