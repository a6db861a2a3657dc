package org.perilune.board.module;

import org.perilune.board.BoardModule;
import org.perilune.board.PowerCycle;
import org.perilune.lfs.LfsLibrary;
import org.perilune.runtime.heap.Heap;
import org.perilune.runtime.lib.Library;
import org.perilune.runtime.lib.NodeStrip;
import org.perilune.runtime.value.RoTable;

/** {@code node}: the board itself. */
public final class NodeModule implements BoardModule {
    private static final RoTable EGC = Library.named("node.egc")
            .function("meminfo", NodeMemory::info)
            .function("setmode", NodeMemory::setMode)
            .number("NOT_ACTIVE", 0)
            .number("ON_ALLOC_FAILURE", Heap.ON_ALLOC_FAILURE)
            .number("ON_MEM_LIMIT", Heap.ON_MEM_LIMIT)
            .number("ALWAYS", Heap.ALWAYS)
            .build();

    private static final RoTable TASK = Library.named("node.task")
            .function("post", NodeTasks::post)
            .number("LOW_PRIORITY", NodeTasks.LOW)
            .number("MEDIUM_PRIORITY", NodeTasks.MEDIUM)
            .number("HIGH_PRIORITY", NodeTasks.HIGH)
            .build();

    private static final RoTable TABLE = Library.named("node")
            .function("heap", NodeMemory::heap)
            .function("info", NodeInfo::info)
            .table("task", TASK)
            .function("flashreload", lua -> {
                Deprecation.warn(lua, "node.flashreload", "soon. Use node.LFS interface instead");
                return LfsLibrary.reload(lua);
            })
            .function("flashindex", LfsLibrary::get)
            .table("LFS", LfsLibrary.TABLE)
            .function("setonerror", NodeErrors::setReporter)
            .function("startupcommand", NodeStartup::command)
            .function("startup", NodeStartup::options)
            .function("restart", NodeSystem::restart)
            .function("dsleep", NodeSystem::deepSleep)
            .function("dsleepMax", NodeSystem::longestSleep)
            .function("sleep", NodeSystem::lightSleep)
            .function("chipid", NodeInfo::chipId)
            .function("flashid", NodeInfo::flashId)
            .function("flashsize", NodeInfo::flashSize)
            .function("input", NodeStreams::input)
            .function("output", NodeStreams::output)
            .function("compile", NodeCompile::compile)
            .number("CPU80MHZ", NodeSystem.SLOW)
            .number("CPU160MHZ", NodeSystem.FAST)
            .function("setcpufreq", NodeSystem::setFrequency)
            .function("getcpufreq", NodeSystem::getFrequency)
            .function("bootreason", NodeInfo::bootReason)
            .function("restore", NodeSystem::restore)
            .function("random", NodeRandom::random)
            .function("stripdebug", NodeStrip::stripDebug)
            .table("egc", EGC)
            .function("osprint", lua -> 0)
            .function("getpartitiontable", NodePartitions::get)
            .function("setpartitiontable", NodePartitions::set)
            .build();

    @Override
    public RoTable table() {
        return TABLE;
    }

    @Override
    public void opened(PowerCycle cycle) {
        NodeErrors.setDefaultReporter(cycle.lua());
        cycle.keep(new NodeSystem.Processor(cycle.board().chip().startup().fast()));
        cycle.keep(new NodeErrors.Restart());
    }
}
