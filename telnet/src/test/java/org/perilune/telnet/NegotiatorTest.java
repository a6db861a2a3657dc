package org.perilune.telnet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;

class NegotiatorTest {
    private final EmbeddedChannel channel = new EmbeddedChannel(new Negotiator());

    /** The answers to a word of negotiation. */
    private String answers(int verb, int option) {
        assertFalse(channel.writeInbound(new Negotiation(verb, option)));
        return sent();
    }

    private String sent() {
        StringBuilder text = new StringBuilder();
        for (Negotiation word = channel.readOutbound(); word != null; word = channel.readOutbound()) {
            text.append(word.verb()).append(' ').append(word.option()).append(';');
        }
        return text.toString();
    }

    @Test
    void everyOptionIsRefusedOnceAndThenIgnored() {
        for (int option = 0; option < 256; option++) {
            if (option != Negotiation.TIMING_MARK) {
                assertEquals("252 " + option + ";", answers(Negotiation.DO, option));
            }
            assertEquals("254 " + option + ";", answers(Negotiation.WILL, option));
        }
        for (int option = 0; option < 256; option++) {
            if (option != Negotiation.TIMING_MARK) {
                assertEquals("", answers(Negotiation.DO, option));
            }
            assertEquals("", answers(Negotiation.WILL, option));
        }
    }

    @Test
    void whatIsOffAnywayNeedsNoAnswer() {
        assertEquals("", answers(Negotiation.WONT, 3));
        assertEquals("", answers(Negotiation.DONT, 1));
    }

    @Test
    void aTimingMarkIsGivenEachTime() {
        assertEquals("251 6;", answers(Negotiation.DO, Negotiation.TIMING_MARK));
        assertEquals("251 6;", answers(Negotiation.DO, Negotiation.TIMING_MARK));
    }

    @Test
    void echoIsOfferedForAPasswordAndTakenBack() {
        channel.writeOutbound(Negotiator.Echo.BY_NOBODY);
        assertEquals("251 1;", sent());
        assertEquals("", answers(Negotiation.DO, 1));
        channel.writeOutbound(Negotiator.Echo.BY_NOBODY);
        assertEquals("", sent());
        channel.writeOutbound(Negotiator.Echo.BY_CLIENT);
        assertEquals("252 1;", sent());
        assertEquals("", answers(Negotiation.DONT, 1));
    }

    @Test
    void aClientThatWantsToEchoItselfGetsItsWayOnce() {
        channel.writeOutbound(Negotiator.Echo.BY_NOBODY);
        sent();
        assertEquals("252 1;", answers(Negotiation.DONT, 1));
        assertEquals("", answers(Negotiation.DONT, 1));
    }

    /** What PuTTY sends first, on any port. */
    @Test
    void theOpeningOfPuttyIsAnsweredWithOneRefusalEach() {
        assertEquals("254 31;", answers(Negotiation.WILL, 31));
        assertEquals("254 32;", answers(Negotiation.WILL, 32));
        assertEquals("254 24;", answers(Negotiation.WILL, 24));
        assertEquals("254 39;", answers(Negotiation.WILL, 39));
        assertEquals("252 1;", answers(Negotiation.DO, 1));
        assertEquals("254 3;", answers(Negotiation.WILL, 3));
        assertEquals("252 3;", answers(Negotiation.DO, 3));
        channel.writeOutbound(Negotiator.Echo.BY_NOBODY);
        assertEquals("251 1;", sent());
    }

    @Test
    void twoOfThemDoNotKeepEachOtherBusy() {
        EmbeddedChannel other = new EmbeddedChannel(new Negotiator());
        channel.writeOutbound(Negotiator.Echo.BY_NOBODY);
        other.writeOutbound(Negotiator.Echo.BY_NOBODY);
        int words = 0;
        for (boolean moved = true; moved; ) {
            moved = false;
            for (Negotiation word = channel.readOutbound(); word != null; word = channel.readOutbound()) {
                other.writeInbound(word);
                moved = true;
                words++;
            }
            for (Negotiation word = other.readOutbound(); word != null; word = other.readOutbound()) {
                channel.writeInbound(word);
                moved = true;
                words++;
            }
        }
        assertEquals(6, words);
    }
}
