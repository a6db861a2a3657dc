package org.perilune.lua;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.perilune.runtime.heap.Heap;

/** Every script does what its comments say, whenever the collector runs. */
class LuaScriptsTest {
    @TestFactory
    Stream<DynamicNode> scriptsRunWithACollectorThatSteps() {
        return LuaScripts.tests("", script -> FilelessMachine.run(script, 0));
    }

    @TestFactory
    Stream<DynamicNode> scriptsRunWithACollectionAtEveryAllocation() {
        return LuaScripts.tests("", script -> FilelessMachine.run(script, Heap.ALWAYS));
    }

    @TestFactory
    Stream<DynamicNode> luajAgreesWhereTheDialectsMeet() {
        return LuaScripts.tests("language/lcompat", LuaJMachine::run);
    }
}
