package org.perilune.ftp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.filter.codec.ProtocolDecoderAdapter;
import org.apache.mina.filter.codec.ProtocolDecoderOutput;

/**
 * One client's bytes as command lines.
 *
 * <pre>
 *   FF F4 F2 'A' 'B' 'O' 'R' CR LF   →  "ABOR"
 * </pre>
 *
 * Telnet's signals, which FTP inherited (RFC 959, 4.1.3), are dropped: FF with the byte behind it, and the F2 that is left
 * where something on the way has taken the FF for urgent data. A line is UTF-8, or a character for each byte where it is not.
 */
final class CommandDecoder extends ProtocolDecoderAdapter {
    /** What becomes of a line that is too long: no command has this name. */
    static final String TOO_LONG = "(too long)";

    private static final int LONGEST = 1024;
    private static final int TELNET = 0xff;
    private static final int DATA_MARK = 0xf2;

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean inSignal;
    private boolean afterSignal;
    private boolean isTooLong;

    @Override
    public void decode(IoSession session, IoBuffer in, ProtocolDecoderOutput out) {
        while (in.hasRemaining()) {
            int value = in.get() & 0xff;
            if (inSignal) {
                inSignal = false;
                afterSignal = true;
            } else if (value == TELNET) {
                inSignal = true;
            } else if (!(afterSignal && value == DATA_MARK)) {
                afterSignal = false;
                if (take(value, out)) {
                    // Whatever was sent in the clear after it must not count as sent under TLS.
                    in.position(in.limit());
                }
            }
        }
    }

    /** Whether the rest is not to be read. */
    private boolean take(int value, ProtocolDecoderOutput out) {
        if (value != '\n') {
            isTooLong |= line.size() >= LONGEST;
            if (!isTooLong) {
                line.write(value);
            }
            return false;
        }
        String text = isTooLong ? TOO_LONG : text();
        line.reset();
        isTooLong = false;
        if (!text.isBlank()) {
            out.write(text);
        }
        return text.regionMatches(true, 0, "AUTH ", 0, 5);
    }

    private String text() {
        byte[] bytes = line.toByteArray();
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(bytes, StandardCharsets.ISO_8859_1);
        }
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
