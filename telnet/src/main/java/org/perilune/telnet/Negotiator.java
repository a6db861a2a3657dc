package org.perilune.telnet;

import static org.perilune.telnet.Negotiation.DO;
import static org.perilune.telnet.Negotiation.DONT;
import static org.perilune.telnet.Negotiation.ECHO;
import static org.perilune.telnet.Negotiation.TIMING_MARK;
import static org.perilune.telnet.Negotiation.WILL;
import static org.perilune.telnet.Negotiation.WONT;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import java.util.BitSet;

/**
 * Answers what a client wants to negotiate: no, to each option once, so that no two machines can keep each other busy.
 * Clients stay as they begin: they edit and echo lines themselves. Only while a password is typed the server says that
 * it will echo, and does not. Timing marks are given whenever asked for: clients show nothing until they have theirs.
 */
final class Negotiator extends ChannelDuplexHandler {
    /** Who shows what is typed; written down the pipeline to change it. */
    enum Echo {
        BY_CLIENT,
        BY_NOBODY
    }

    /** Options that were refused, those of the client and then those of the server. */
    private final BitSet refused = new BitSet(512);

    private Echo echo = Echo.BY_CLIENT;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof Negotiation word) {
            Negotiation answer = answer(word);
            if (answer != null) {
                Telnet.ignore(context.writeAndFlush(answer));
            }
        } else {
            context.fireChannelRead(message);
        }
    }

    /** The answer, or null for none. */
    private Negotiation answer(Negotiation word) {
        return switch (word.verb()) {
            case WILL -> refuse(DONT, word.option(), 0);
            case DO ->
                word.option() == TIMING_MARK
                        ? new Negotiation(WILL, TIMING_MARK)
                        : isAgreed(word) ? null : refuse(WONT, word.option(), 256);
            case DONT -> isAgreed(word) ? stopEcho() : null;
            default -> null;
        };
    }

    /** Whether it is about the one option that is in force. */
    private boolean isAgreed(Negotiation word) {
        return word.option() == ECHO && echo == Echo.BY_NOBODY;
    }

    private Negotiation stopEcho() {
        echo = Echo.BY_CLIENT;
        return new Negotiation(WONT, ECHO);
    }

    private Negotiation refuse(int verb, int option, int side) {
        if (refused.get(side + option)) {
            return null;
        }
        refused.set(side + option);
        return new Negotiation(verb, option);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof Echo wanted) {
            Negotiation word = new Negotiation(wanted == Echo.BY_NOBODY ? WILL : WONT, ECHO);
            boolean isNew = wanted != echo;
            echo = wanted;
            if (isNew) {
                Telnet.ignore(context.write(word, promise));
            } else {
                promise.setSuccess();
            }
        } else {
            Telnet.ignore(context.write(message, promise));
        }
    }
}
