package org.perilune.board;

import java.util.Arrays;

/**
 * Makes lines of what comes in over the serial line, with echo and backspace, and hands them to the prompt; or, while
 * the program wants the bytes for itself, hands them to the program.
 */
public final class LineInput {
    /** Bytes of the line buffer on the device, line end included. */
    static final int CAPACITY = 256;

    /** Bytes of the longest line that the prompt takes, without its end. A longer one loses its beginning. */
    public static final int LONGEST_LINE = CAPACITY - 1;

    private static final int BACKSPACE = 8;
    private static final int DELETE = 127;
    private static final String RUB_OUT = "\b \b";
    /** Any number of bytes up to a full buffer. */
    private static final int UNLIMITED = -1;

    /** Takes received bytes. */
    @FunctionalInterface
    public interface Listener {
        void received(byte[] bytes);
    }

    private final Uart uart;
    private final ByteQueue bytes;
    private final Prompt prompt;
    private final byte[] line = new byte[CAPACITY];
    private int length;
    private int lastByte;
    private boolean echo;
    private Listener listener;
    private boolean raw;
    /** Bytes the listener wants at a time; 0 each by itself. */
    private int wanted = UNLIMITED;
    /** Byte after which the listener wants what there is, if no number of bytes was given. */
    private int endByte;

    LineInput(Uart uart, ByteQueue bytes, Prompt prompt, boolean echo) {
        this.uart = uart;
        this.bytes = bytes;
        this.prompt = prompt;
        this.echo = echo;
    }

    /** Whether what is typed is sent back. */
    public void echo(boolean on) {
        echo = on;
    }

    /**
     * Gives a listener each line, or everything.
     *
     * @param wanted how many bytes it wants at a time, 0 for each by itself, -1 for all up to {@code endByte}
     * @param runLines whether lines go to the prompt too; otherwise it gets nothing at all
     */
    public void listen(Listener newListener, int wanted, int endByte, boolean runLines) {
        listener = newListener;
        this.wanted = wanted;
        this.endByte = endByte;
        raw = !runLines;
    }

    /** Lines go to the prompt only. */
    public void stopListening() {
        listen(null, 0, 0, true);
    }

    boolean hasBytes() {
        return !bytes.isEmpty();
    }

    boolean isRaw() {
        return raw;
    }

    /** Handles what has come in, up to the next line that goes to the prompt. */
    void take() {
        while (!bytes.isEmpty()) {
            int b = bytes.take();
            if (raw) {
                takeRaw(b);
            } else if (takeTyped(b)) {
                return;
            }
        }
    }

    private void takeRaw(int b) {
        if (listener == null) {
            return;
        }
        if (wanted == 0) {
            // By themselves: what was typed before lies on in the line buffer, as it does in the firmware's.
            listener.received(new byte[] {(byte) b});
            return;
        }
        line[length++] = (byte) b;
        boolean complete = wanted == UNLIMITED ? b == endByte : length >= wanted;
        if (complete || length >= CAPACITY) {
            tell();
        }
    }

    private void tell() {
        byte[] received = Arrays.copyOf(line, length);
        length = 0;
        listener.received(received);
    }

    /** Handles a byte as from a keyboard; true when a line went to the prompt. */
    private boolean takeTyped(int b) {
        if ((b == '\r' && lastByte == '\n') || (b == '\n' && lastByte == '\r')) {
            lastByte = 0;
            return false;
        }
        if (b == BACKSPACE || b == DELETE) {
            rubOut();
            return false;
        }
        lastByte = b;
        if (b == '\r' || b == '\n') {
            return endLine();
        }
        echo(Character.toString(b));
        if (length + 1 >= CAPACITY) {
            length = 0;
        }
        line[length++] = (byte) b;
        return false;
    }

    private void rubOut() {
        if (length > 0) {
            echo(RUB_OUT);
            length--;
        }
        lastByte = 0;
    }

    private boolean endLine() {
        echo("\n");
        if (listener != null) {
            listener.received(Arrays.copyOf(line, length));
        }
        if (length == 0) {
            prompt.repeat();
            return false;
        }
        line[length++] = '\n';
        byte[] complete = Arrays.copyOf(line, length);
        length = 0;
        prompt.input(complete);
        return true;
    }

    private void echo(String text) {
        if (echo) {
            uart.print(text);
        }
    }
}
