package org.perilune.telnet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TelnetCodecTest {
    private static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** What comes out of the codec for some pieces, text joined and commands in brackets. */
    private static String decode(byte[]... pieces) {
        EmbeddedChannel channel = new EmbeddedChannel(new TelnetCodec());
        for (byte[] piece : pieces) {
            channel.writeInbound(Unpooled.copiedBuffer(piece));
        }
        StringBuilder text = new StringBuilder();
        for (Object message = channel.readInbound(); message != null; message = channel.readInbound()) {
            if (message instanceof ByteBuf part) {
                text.append(part.toString(StandardCharsets.ISO_8859_1));
                part.release();
            } else if (message instanceof Negotiation word) {
                text.append('[')
                        .append(word.verb())
                        .append(' ')
                        .append(word.option())
                        .append(']');
            } else {
                text.append('[').append(message).append(']');
            }
        }
        channel.finishAndReleaseAll();
        return text.toString();
    }

    private static String decode(String latin1) {
        return decode(bytes(latin1));
    }

    private static String encode(Object... messages) {
        EmbeddedChannel channel = new EmbeddedChannel(new TelnetCodec());
        for (Object message : messages) {
            channel.writeOutbound(
                    message instanceof String text
                            ? Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1)
                            : message);
        }
        StringBuilder text = new StringBuilder();
        for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
            text.append(part.toString(StandardCharsets.ISO_8859_1));
            part.release();
        }
        return text.toString();
    }

    @Test
    void textPassesAsItIs() {
        assertEquals("a\0\r\n\u00fe", decode("a\0\r\n\u00fe"));
    }

    @Test
    void aDoubledIacIsAByteOfText() {
        assertEquals("a\u00ffb\u00ff", decode("a\u00ff\u00ffb\u00ff\u00ff"));
    }

    @Test
    void commandsComeOutInOrder() {
        assertEquals(
                "a[INTERRUPT]b[INTERRUPT][ARE_YOU_THERE][ABORT_OUTPUT][ERASE_CHARACTER][ERASE_LINE][NO_MORE_INPUT]c",
                decode("a\u00ff\u00f4b\u00ff\u00f3\u00ff\u00f6\u00ff\u00f5\u00ff\u00f7\u00ff\u00f8\u00ff\u00ecc"));
    }

    @Test
    void commandsWithoutMeaningHereAreLeftOut() {
        // NOP, Data Mark, GA, SE out of place, and codes that no command has.
        assertEquals("abcdef", decode("a\u00ff\u00f1b\u00ff\u00f2c\u00ff\u00f9d\u00ff\u00f0e\u00ff\u0000f"));
    }

    @Test
    void negotiationsComeOutWithTheirOption() {
        assertEquals(
                "[251 31][252 1][253 3][254 255]x",
                decode("\u00ff\u00fb\u001f\u00ff\u00fc\u0001\u00ff\u00fd\u0003\u00ff\u00fe\u00ffx"));
    }

    @Test
    void subnegotiationsAreLeftOutWithAllTheyContain() {
        String size = "\u00ff\u00fa\u001f\u0000\u00ff\u00ff\u0000\u0018\u00ff\u00f0";
        String terminal = "\u00ff\u00fa\u0018\u0000XTERM\u00ff\u00f4\r\n\u00ff\u00f0";
        assertEquals("ab", decode("a" + size + terminal + "b"));
        assertEquals("", decode("\u00ff\u00fa" + "x".repeat(100_000)));
    }

    @Test
    void itDoesNotMatterWhereTheStreamIsCut() {
        byte[] stream = bytes("ab\u00ff\u00ffc\r\n\u00ff\u00f4d\u00ff\u00fd\u0001\u00ff\u00fa\u0018\u0001\u00ff\u00ff"
                + "\u00ff\u00f0e\u00ff\u00fb\u00ff\u00ff\u00ecf\r\0");
        String whole = decode(stream);
        assertEquals("ab\u00ffc\r\n[INTERRUPT]d[253 1]e[251 255][NO_MORE_INPUT]f\r\0", whole);
        for (int first = 0; first <= stream.length; first++) {
            for (int second = first; second <= stream.length; second++) {
                assertEquals(
                        whole,
                        decode(
                                Arrays.copyOfRange(stream, 0, first),
                                Arrays.copyOfRange(stream, first, second),
                                Arrays.copyOfRange(stream, second, stream.length)));
            }
        }
        byte[][] single = new byte[stream.length][];
        for (int i = 0; i < stream.length; i++) {
            single[i] = new byte[] {stream[i]};
        }
        assertEquals(whole, decode(single));
    }

    @Test
    void anyBytesAreTaken() {
        Random random = new Random(7);
        for (int round = 0; round < 2000; round++) {
            byte[] noise = new byte[random.nextInt(64)];
            for (int i = 0; i < noise.length; i++) {
                noise[i] = (byte) (random.nextBoolean() ? 255 - random.nextInt(20) : random.nextInt(256));
            }
            assertTrue(decode(noise).length() <= 16 * noise.length);
        }
    }

    @Test
    void outputGetsItsLineEndsAndEscapes() {
        assertEquals("a\r\nb\r\nc\u00ff\u00ffd", encode("a\nb\r\nc\u00ffd"));
        assertEquals("50%\r\0" + "60%\r\n", encode("50%\r60%\n"));
    }

    @Test
    void aLineEndMayBeCutInTwo() {
        assertEquals("a\r\nb", encode("a\r", "\nb"));
        assertEquals("a\r\0b", encode("a\r", "b"));
        assertEquals("a\r\n\r\n", encode("a\r\n", "\n"));
    }

    @Test
    void negotiationIsNotEscaped() {
        assertEquals("\u00ff\u00fe\u00ff", encode(new Negotiation(Negotiation.DONT, 255)));
    }

    @Test
    void whatIsEncodedDecodesToTheSame() {
        String text = "\u00ff\u00ffx\u00ff\r\ny\u00f4";
        assertEquals(text, decode(encode(text)));
    }
}
