package org.perilune.board.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.perilune.board.standard.Session;

class TmrModuleTest {
    private final Session session = Session.atPrompt();

    @Test
    void aSingleTimerRingsOnceAndForgetsItsFunction() {
        assertEquals(
                "> rang\n",
                session.type(
                                "t=tmr.create() t:alarm(10,tmr.ALARM_SINGLE,function(x) print('rang',x==t and '' or 'no') end)")
                        .replace("\t", ""));
        assertEquals("nil\n", session.type("=t:state()"));
        assertEquals("false\n", session.type("=t:start()"));
    }

    @Test
    void anAutomaticTimerRingsUntilItIsStopped() {
        session.type("n=0 t=tmr.create() t:alarm(10,tmr.ALARM_AUTO,function() n=n+1 if n==3 then t:stop() end end)");
        assertEquals("3\tfalse\t1\n", session.type("print(n,t:state())"));
    }

    @Test
    void aSemiAutomaticTimerWaitsToBeStarted() {
        session.type("n=0 t=tmr.create() t:register(10,tmr.ALARM_SEMI,function() n=n+1 end)");
        assertEquals("0\tfalse\t2\n", session.type("print(n,t:state())"));
        session.type("t:start()");
        session.type("t:start()");
        assertEquals("2\n", session.type("=n"));
    }

    @Test
    void startingTwiceNeedsPermission() {
        assertEquals(
                "true\tfalse\ttrue\n",
                session.type(
                        "t=tmr.create() t:register(10,0,function() end) print(t:start(),t:start(),t:start(true))"));
        assertTrue(session.type("t:start(1)").contains("boolean expected"));
    }

    @Test
    void stoppingKeepsTheFunctionUnregisteringDoesNot() {
        assertEquals(
                "true\tfalse\ttrue\n",
                session.type(
                                "t=tmr.create() t:alarm(10,0,function() print('rang') end) print(t:stop(),t:stop(),t:start())")
                        .replace("> rang\n", ""));
        session.type("t:alarm(10,0,print) t:unregister()");
        assertEquals("nil\n", session.type("=t:state()"));
    }

    @Test
    void theIntervalMayChange() {
        session.board().type("t=tmr.create() t:alarm(1000,0,function() print('rang') end) t:interval(5000)");
        assertEquals("> ", session.wait(Duration.ofMillis(4990)));
        assertEquals("rang\n", session.wait(Duration.ofMillis(20)));
        assertTrue(session.type("t:interval(0)").contains("Range: 1-0x68D7A3"));
    }

    @Test
    void argumentsAreChecked() {
        assertTrue(session.type("tmr.create():alarm(6870948,0,print)").contains("Range: 1-0x68D7A3"));
        assertTrue(session.type("tmr.create():alarm(1,3,print)").contains("Invalid mode"));
        assertTrue(session.type("tmr.create():alarm(1,0)").contains("Must be function"));
        assertTrue(session.type("tmr.create().start(1)").contains("tmr.timer expected, got number"));
        assertTrue(session.type("tmr.delay(0)").contains("wrong arg range"));
    }

    @Test
    void aRunningTimerIsNotCollectedAndAStoppedOneIs() {
        assertEquals(
                "> rang\n", session.type("tmr.create():alarm(100,0,function() print('rang') end) collectgarbage()"));
        session.type("tmr.create():register(100,0,function() print('rang') end) collectgarbage()");
        assertTrue(session.board().isIdle());
    }

    @Test
    void timeGoesOn() {
        session.type("a=tmr.now() tmr.delay(1500000) b=tmr.now()");
        assertEquals("true\ttrue\t1\n", session.type("=b-a>=1500000,b-a<1600000,tmr.time()"));
        assertEquals("number\n", session.type("=type(tmr.ccount())"));
        assertEquals(
                "done\n", session.type("local t=tmr.now() while tmr.now()-t<100000 do tmr.wdclr() end print('done')"));
    }

    @Test
    void timersOfOneMomentRingInOrder() {
        assertEquals("> 1\n2\n3\n", session.type("for i=1,3 do tmr.create():alarm(10,0,function() print(i) end) end"));
    }

    @Test
    void theSoftwareWatchdogRestartsUnlessFed() {
        session.type("tmr.softwd(2)");
        assertFalse(session.wait(Duration.ofMillis(1900)).contains("NodeMCU"));
        session.type("tmr.softwd(2)");
        assertFalse(session.wait(Duration.ofMillis(1900)).contains("NodeMCU"));
        assertTrue(session.wait(Duration.ofSeconds(2)).contains("NodeMCU"));
        session.type("tmr.softwd(1)");
        session.type("tmr.softwd(-1)");
        assertEquals("", session.wait(Duration.ofSeconds(10)));
    }

    @Test
    void aTimerTakesTheHeapOfItsStructure() {
        session.type("t=1");
        int before = Integer.parseInt(session.type("=node.heap()").strip());
        session.type("t=tmr.create()");
        int after = Integer.parseInt(session.type("=node.heap()").strip());
        assertEquals(80, before - after);
    }

    @Test
    void numberedTimersAreThereOnRequest() {
        assertEquals("nil\n", session.type("=tmr.alarm"));
        Session old = Session.off(config -> config.withCompat(true));
        old.boot();
        old.type("n=0 tmr.alarm(6,10,1,function() n=n+1 if n==2 then tmr.stop(6) end end)");
        assertEquals("2\tfalse\t1\n", old.type("print(n,tmr.state(6))"));
        assertTrue(old.type("tmr.alarm(7,10,1,print)").contains("invalid timer index"));
    }
}
