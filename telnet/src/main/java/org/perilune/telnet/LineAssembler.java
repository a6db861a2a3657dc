package org.perilune.telnet;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.charset.StandardCharsets;

/**
 * Makes lines of what is typed. CR LF, CR NUL, CR and LF each end one. Backspace and Delete, or EC, take back a
 * character, Ctrl-U or EL the line; Ctrl-C interrupts and drops the line, Ctrl-D on an empty line says good bye. A line
 * that grows too long is dropped up to its end, and the next handler is told.
 */
final class LineAssembler extends ChannelInboundHandlerAdapter {
    private static final int CTRL_C = 3;
    private static final int CTRL_D = 4;
    private static final int BACKSPACE = 8;
    private static final int CTRL_U = 21;
    private static final int DELETE = 127;

    private final byte[] line;
    private int length;
    private boolean isTooLong;
    /** A LF or NUL that comes next belongs to the line end before. */
    private boolean afterReturn;

    /** @param longest bytes of a line, without its end */
    LineAssembler(int longest) {
        line = new byte[longest];
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof ByteBuf text) {
            try {
                while (text.isReadable() && context.channel().isActive()) {
                    take(context, text.readByte());
                }
            } finally {
                text.release();
            }
        } else if (message == Signal.ERASE_CHARACTER) {
            eraseCharacter();
        } else if (message == Signal.ERASE_LINE) {
            eraseLine();
        } else {
            if (message == Signal.INTERRUPT) {
                eraseLine();
            }
            context.fireChannelRead(message);
        }
    }

    private void take(ChannelHandlerContext context, byte b) {
        boolean endsBefore = afterReturn && (b == '\n' || b == 0);
        afterReturn = b == '\r';
        if (endsBefore || b == 0) {
            return;
        }
        switch (b) {
            case '\r', '\n' -> end(context);
            case BACKSPACE, DELETE -> eraseCharacter();
            case CTRL_U -> eraseLine();
            case CTRL_C -> {
                eraseLine();
                context.fireChannelRead(Signal.INTERRUPT);
            }
            case CTRL_D -> {
                if (length == 0 && !isTooLong) {
                    context.fireChannelRead(Signal.LEAVE);
                }
            }
            default -> add(b);
        }
    }

    private void add(byte b) {
        if (length < line.length) {
            line[length++] = b;
        } else {
            isTooLong = true;
        }
    }

    private void end(ChannelHandlerContext context) {
        Object event =
                isTooLong ? Signal.LINE_TOO_LONG : new Line(new String(line, 0, length, StandardCharsets.ISO_8859_1));
        eraseLine();
        context.fireChannelRead(event);
    }

    /** Takes back a byte, and with it the rest of its character if that is UTF-8. */
    private void eraseCharacter() {
        while (length > 0 && (line[--length] & 0xc0) == 0x80) {
            // A byte in the middle of a character.
        }
    }

    private void eraseLine() {
        length = 0;
        isTooLong = false;
    }
}
