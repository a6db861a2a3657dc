package org.perilune.board.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.perilune.runtime.heap.AllocationModel;

/** A board whose blocks lie where the device's allocator places them. */
class PlacedHeapTest {
    private static Session placed() {
        Session session = Session.off(config -> config.withPlacing(true));
        session.boot();
        return session;
    }

    @Test
    void theFirstPromptShowsTheHeapAskedFor() {
        assertEquals("40616\n", placed().type("=node.heap()"));
    }

    @Test
    void aFragmentedHeapRefusesABlockThatTheSumWouldAllow() {
        Session session = placed();
        session.type("t={} for i=1,140 do t[i]=('x'):rep(200)..i end for i=1,140,2 do t[i]=nil end collectgarbage()");
        AllocationModel heap = session.board().cycle().heap().model();
        assertTrue(heap.free() > 12_000 && heap.largestFree() < 4000, heap.largestFree() + " of " + heap.free());
        assertEquals("refused\n", session.type("=pcall(string.rep, 'y', 4000) and 'fits' or 'refused'"));
        session.type("t=nil collectgarbage() collectgarbage()");
        assertTrue(heap.largestFree() > heap.free() / 2, heap.largestFree() + " of " + heap.free());
    }

    @Test
    void notEnoughMemoryIsCatchableAndLeavesTheHeapAsItWas() {
        Session session = placed();
        assertEquals(
                "false\tnot enough memory\n",
                session.type("=pcall(function() local t={} for i=1,1e6 do t[i]={} end end)"));
        session.type("collectgarbage() collectgarbage() collectgarbage()");
        assertEquals("true\n", session.type("=node.heap() > 39000"));
    }
}
