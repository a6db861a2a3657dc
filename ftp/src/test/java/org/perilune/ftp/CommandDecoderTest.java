package org.perilune.ftp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.filterchain.IoFilter.NextFilter;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.filter.codec.ProtocolDecoderOutput;
import org.junit.jupiter.api.Test;

class CommandDecoderTest {
    private final List<Object> lines = new ArrayList<>();
    private final CommandDecoder decoder = new CommandDecoder();

    private final ProtocolDecoderOutput output = new ProtocolDecoderOutput() {
        @Override
        public void write(Object message) {
            lines.add(message);
        }

        @Override
        public void flush(NextFilter next, IoSession session) {
            throw new AssertionError("the filter's work");
        }
    };

    /** Characters up to FF, each one byte. */
    private void receive(String bytes) {
        decoder.decode(null, IoBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)), output);
    }

    @Test
    void aLineEndsWithLineFeedWhateverThePieces() {
        receive("NO");
        receive("OP\r");
        receive("\nPWD\nSY");
        receive("ST\r\n\r\n \n");
        assertEquals(List.of("NOOP", "PWD", "SYST"), lines);
    }

    @Test
    void signalsOfTelnetAreDropped() {
        receive("\u00ff\u00f4\u00ff\u00f2ABOR\r\n");
        receive("\u00ff\u00f4\u00f2ABOR\r\n");
        receive("\u00ff\u00f4\u00ff");
        receive("\u00f2AB\u00ff\u00f1OR\r\n");
        assertEquals(List.of("ABOR", "ABOR", "ABOR"), lines);
    }

    @Test
    void namesAreUtf8OrBytes() {
        receive("DELE \u00c3\u00a4\r\nDELE \u00e4\r\nDELE \u00f0\u009f\u0099\u0082\r\n");
        assertEquals(List.of("DELE \u00e4", "DELE \u00e4", "DELE \ud83d\ude42"), lines);
    }

    @Test
    void aLineThatIsTooLongIsOneThatNobodyKnows() {
        receive("X".repeat(1024) + "\n" + "X".repeat(1025) + "\nNOOP\n");
        assertEquals(List.of("X".repeat(1024), CommandDecoder.TOO_LONG, "NOOP"), lines);
    }

    @Test
    void nothingThatCameInTheClearBehindAuthCounts() {
        receive("auth TLS\r\nUSER perilune\r\nPASS secr");
        receive("NOOP\r\n");
        assertEquals(List.of("auth TLS", "NOOP"), lines);
    }
}
