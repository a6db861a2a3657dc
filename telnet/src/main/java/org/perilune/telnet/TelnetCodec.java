package org.perilune.telnet;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;

/**
 * The bytes of RFC 854. Inbound, it takes the commands out of the text:
 * <pre>
 * 'a' 'b' FF F4 'c' FF FF FF FD 01   ->   "ab"  Signal.INTERRUPT  "c\u00ff"  Negotiation[DO, 1]
 * </pre>
 * Subnegotiations ({@code IAC SB ... IAC SE}) are left out, whatever their length. Outbound, text gets its escapes, and
 * line ends as they are on the network: LF becomes CR LF, a CR by itself CR NUL.
 */
final class TelnetCodec extends ChannelDuplexHandler {
    private static final int IAC = 255;
    private static final int SB = 250;
    private static final int SE = 240;

    private enum State {
        TEXT,
        /** After IAC. */
        COMMAND,
        /** After IAC and a verb. */
        OPTION,
        /** Between SB and SE. */
        PARAMETERS,
        /** After IAC between SB and SE. */
        PARAMETERS_COMMAND
    }

    private State state = State.TEXT;
    private int verb;
    /** The last byte written was a CR. */
    private boolean afterReturn;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf in = (ByteBuf) message;
        ByteBuf text = context.alloc().buffer(in.readableBytes());
        try {
            while (in.isReadable() && context.channel().isActive()) {
                Object event = take(in.readUnsignedByte(), text);
                if (event != null) {
                    text = passOn(context, text, in.readableBytes());
                    context.fireChannelRead(event);
                }
            }
            text = passOn(context, text, 0);
        } finally {
            text.release();
            in.release();
        }
    }

    /** Takes a byte; returns what it completes, or null when it was text or more has to come. */
    private Object take(int b, ByteBuf text) {
        switch (state) {
            case TEXT -> {
                if (b == IAC) {
                    state = State.COMMAND;
                } else {
                    text.writeByte(b);
                }
            }
            case COMMAND -> {
                return takeCommand(b, text);
            }
            case OPTION -> {
                state = State.TEXT;
                return new Negotiation(verb, b);
            }
            case PARAMETERS -> {
                if (b == IAC) {
                    state = State.PARAMETERS_COMMAND;
                }
            }
            case PARAMETERS_COMMAND -> state = b == SE ? State.TEXT : State.PARAMETERS;
        }
        return null;
    }

    private Signal takeCommand(int b, ByteBuf text) {
        state = State.TEXT;
        if (b == IAC) {
            text.writeByte(IAC);
        } else if (b == SB) {
            state = State.PARAMETERS;
        } else if (Negotiation.isVerb(b)) {
            state = State.OPTION;
            verb = b;
        }
        return switch (b) {
            case 236 -> Signal.NO_MORE_INPUT; // EOF
            case 243, 244 -> Signal.INTERRUPT; // BRK, IP
            case 245 -> Signal.ABORT_OUTPUT; // AO
            case 246 -> Signal.ARE_YOU_THERE; // AYT
            case 247 -> Signal.ERASE_CHARACTER; // EC
            case 248 -> Signal.ERASE_LINE; // EL
            default -> null;
        };
    }

    /** Hands on the text so far; returns a buffer for more. */
    private static ByteBuf passOn(ChannelHandlerContext context, ByteBuf text, int more) {
        if (!text.isReadable()) {
            return text;
        }
        ByteBuf next = context.alloc().buffer(more);
        context.fireChannelRead(text);
        return next;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        ByteBuf out;
        if (message instanceof Negotiation word) {
            out = context.alloc()
                    .buffer(3)
                    .writeByte(IAC)
                    .writeByte(word.verb())
                    .writeByte(word.option());
        } else {
            ByteBuf text = (ByteBuf) message;
            out = context.alloc().buffer(text.readableBytes() + 16);
            try {
                escape(text, out);
            } finally {
                ReferenceCountUtil.release(text);
            }
        }
        Telnet.ignore(context.write(out, promise));
    }

    private void escape(ByteBuf text, ByteBuf out) {
        while (text.isReadable()) {
            int b = text.readUnsignedByte();
            if (b == '\n') {
                if (!afterReturn) {
                    out.writeByte('\r');
                }
            } else if (afterReturn) {
                out.writeByte(0);
            }
            if (b == IAC) {
                out.writeByte(IAC);
            }
            out.writeByte(b);
            afterReturn = b == '\r';
        }
    }
}
