package org.perilune.telnet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineAssemblerTest {
    private final EmbeddedChannel channel = new EmbeddedChannel(new LineAssembler(10));

    /** What comes out for texts and signals. */
    private List<String> take(Object... messages) {
        for (Object message : messages) {
            channel.writeInbound(
                    message instanceof String text
                            ? Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1)
                            : message);
        }
        List<String> events = new ArrayList<>();
        for (Object event = channel.readInbound(); event != null; event = channel.readInbound()) {
            events.add(event instanceof Line line ? line.text() : event.toString());
        }
        return events;
    }

    @Test
    void allLineEndsEndOneLine() {
        assertEquals(List.of("a", "b", "c", "d", ""), take("a\r\nb\r\0c\rd\n\n"));
    }

    @Test
    void aLineEndMayBeCutInTwo() {
        assertEquals(List.of("a", "b", "c"), take("a\r", "\nb\r", "\0c\r"));
    }

    @Test
    void aLineMayComeInPieces() {
        assertEquals(List.of(), take("=1", "+"));
        assertEquals(List.of("=1+1"), take("1\n"));
    }

    @Test
    void whatWasTypedWrongIsTakenBack() {
        assertEquals(List.of("ac"), take("ab\bc\n"));
        assertEquals(List.of("ac"), take("ab\u007fc\n"));
        assertEquals(List.of("c"), take("ab\u0015c\n"));
        assertEquals(List.of("ac"), take("ab", Signal.ERASE_CHARACTER, "c\n"));
        assertEquals(List.of("c"), take("ab", Signal.ERASE_LINE, "c\n"));
        assertEquals(List.of(""), take("\b\b\n"));
    }

    @Test
    void aCharacterOfSeveralBytesGoesAsAWhole() {
        String euro = new String("\u20ac".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertEquals(List.of("a"), take("a" + euro + "\b\n"));
    }

    @Test
    void aLineThatIsTooLongIsDroppedUpToItsEnd() {
        assertEquals(List.of("1234567890"), take("1234567890\n"));
        assertEquals(List.of("LINE_TOO_LONG", "next"), take("1234567890x".repeat(1000), "\r\nnext\n"));
    }

    @Test
    void anInterruptDropsTheLine() {
        assertEquals(List.of("INTERRUPT", "b"), take("a\u0003b\n"));
        assertEquals(List.of("INTERRUPT", "b"), take("a", Signal.INTERRUPT, "b\n"));
    }

    @Test
    void controlDSaysGoodByeOnAnEmptyLineOnly() {
        assertEquals(List.of("ab"), take("a\u0004b\n"));
        assertEquals(List.of("LEAVE"), take("\u0004"));
    }

    @Test
    void otherSignalsPass() {
        assertEquals(List.of("ARE_YOU_THERE", "NO_MORE_INPUT"), take(Signal.ARE_YOU_THERE, Signal.NO_MORE_INPUT));
    }
}
