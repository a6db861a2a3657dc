package org.perilune.board.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.perilune.board.standard.Session;

class GpioModuleTest {
    private final Session session = Session.atPrompt();
    private final GpioPins pins = GpioPins.of(session.board());

    private String drive(int pin, int level) {
        session.board().post(() -> pins.drive(pin, level));
        session.board().runUntilIdle();
        return session.take();
    }

    @Test
    void readsWhatTheHostDrives() {
        assertEquals("0\n", session.type("gpio.mode(1,gpio.INPUT) print(gpio.read(1))"));
        drive(1, 1);
        assertEquals("1\n", session.type("=gpio.read(1)"));
        assertEquals("1\n", session.type("gpio.mode(2,gpio.INPUT,gpio.PULLUP) print(gpio.read(2))"));
    }

    @Test
    void writesWhatTheHostSees() {
        StringBuilder seen = new StringBuilder();
        pins.observe((pin, level) -> seen.append(pin).append('=').append(level).append(' '));
        session.type("gpio.mode(4,gpio.OUTPUT) gpio.write(4,1) gpio.write(4,1) gpio.write(4,0)");
        assertEquals("4=1 4=0 ", seen.toString());
        assertEquals("0\n", session.type("=gpio.read(4)"));
    }

    @Test
    void anOpenDrainPinPullsDownOnly() {
        drive(3, 1);
        assertEquals(
                "0\t1\n",
                session.type(
                        "gpio.mode(3,gpio.OPENDRAIN) gpio.write(3,0) a=gpio.read(3) gpio.write(3,1) print(a,gpio.read(3))"));
    }

    @Test
    void triggersCallTheProgram() {
        session.type("gpio.mode(1,gpio.INT) gpio.trig(1,'up',function(l,w,c) print(l,type(w),c) end)");
        assertEquals("1\tnumber\t1\n", drive(1, 1));
        assertEquals("", drive(1, 0));
        session.type("gpio.trig(1,'both')");
        assertEquals("1\tnumber\t1\n", drive(1, 1));
        assertEquals("0\tnumber\t1\n", drive(1, 0));
        session.type("gpio.trig(1)");
        assertEquals("", drive(1, 1));
    }

    @Test
    void leavingInterruptModeDropsTheTrigger() {
        session.type("gpio.mode(1,gpio.INT) gpio.trig(1,'both',print) gpio.mode(1,gpio.INPUT)");
        assertEquals("", drive(1, 1));
    }

    @Test
    void changesThatComeTogetherAreCounted() {
        session.type("gpio.mode(1,gpio.INT) gpio.trig(1,'both',function(l,w,c) print(l,c) end)");
        session.board().post(() -> {
            pins.drive(1, 1);
            pins.drive(1, 0);
            pins.drive(1, 1);
        });
        session.board().runUntilIdle();
        assertEquals("1\t3\n", session.take());
    }

    @Test
    void argumentsAreChecked() {
        assertTrue(session.type("gpio.mode(13,gpio.INPUT)").contains("Invalid pin"));
        assertTrue(session.type("gpio.mode(0,gpio.INT)").contains("Invalid pin"));
        assertTrue(session.type("gpio.mode(1,9)").contains("wrong arg type"));
        assertTrue(session.type("gpio.write(1,2)").contains("wrong level type"));
        assertTrue(session.type("gpio.read(20)").contains("gpio 20 does not exist"));
        assertTrue(session.type("gpio.trig(0,'up',print)").contains("Invalid interrupt pin"));
        assertTrue(session.type("gpio.trig(1,'up')").contains("invalid callback type"));
    }

    @Test
    void aSequenceOfLevelsTakesItsTime() {
        StringBuilder seen = new StringBuilder();
        pins.observe((pin, level) -> seen.append(level));
        assertEquals(
                "true\n",
                session.type(
                        "gpio.mode(5,gpio.OUTPUT) t=tmr.now() gpio.serout(5,1,{300,700},3) print(tmr.now()-t>=3000)"));
        assertEquals("101010", seen.toString());
        assertEquals("> done\n", session.type("gpio.serout(5,1,{30,70},2,function() print('done') end)"));
    }

    @Test
    void aRestartResetsThePins() {
        session.type("gpio.mode(4,gpio.OUTPUT) gpio.write(4,1)");
        session.type("node.restart()");
        assertEquals(0, pins.level(4));
    }

    @Test
    void theAnaloguePinGivesWhatTheHostSets() {
        AnalogInput.of(session.board()).level(512);
        assertEquals("512\t65535\n", session.type("=adc.read(0),adc.readvdd33()"));
        assertEquals(
                "true\tfalse\n",
                session.type("=adc.force_init_mode(adc.INIT_VDD33),adc.force_init_mode(adc.INIT_VDD33)"));
        // Only the start of the chip reads what was chosen.
        assertEquals("512\t65535\n", session.type("=adc.read(0),adc.readvdd33()"));
        session.type("node.restart()");
        assertEquals("65535\t3300\n", session.type("=adc.read(0),adc.readvdd33()"));
        assertTrue(session.type("adc.read(1)").contains("adc 1 does not exist"));
    }

    @Test
    void aNewSequenceTakesThePlaceOfTheOneThatRuns() {
        session.type("gpio.mode(4,gpio.OUTPUT) gpio.mode(5,gpio.OUTPUT)");
        StringBuilder seen = new StringBuilder();
        pins.observe((pin, level) -> seen.append(pin).append('=').append(level).append(' '));
        assertEquals(
                "> second\n",
                session.type("gpio.serout(4,1,{1000,1000},9,function() print('first') end)"
                        + " gpio.serout(5,1,{1000,1000},1,function() print('second') end)"));
        assertEquals("4=1 5=1 5=0 ", seen.toString());
    }

    @Test
    void writingMakesAPinAnOutput() {
        assertEquals("1\n", session.type("gpio.write(2,1) print(gpio.read(2))"));
        assertEquals("0\n", session.type("gpio.mode(2,gpio.INPUT) print(gpio.read(2))"));
        assertEquals("1\t0\n", session.type("gpio.write(0,1) a=gpio.read(0) gpio.write(0,0) print(a,gpio.read(0))"));
    }

    /** It hangs on the clock, not on the pads, and only goes in or out. */
    @Test
    void pinZeroHasNeitherPullUpNorOpenDrain() {
        assertEquals("0\n", session.type("gpio.mode(0,gpio.INPUT,gpio.PULLUP) print(gpio.read(0))"));
        drive(0, 0);
        assertEquals("1\n", session.type("gpio.mode(0,gpio.OPENDRAIN) gpio.write(0,1) print(gpio.read(0))"));
    }
}
