package org.perilune.telnet;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.util.concurrent.Future;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A client that is logged in. Its lines go to the console, in order and not faster than that runs them; what the console
 * prints goes to the client as fast as that reads. {@link #show} is for any thread, all else for the server's.
 */
final class SessionHandler extends ChannelInboundHandlerAdapter {
    /** Bytes written at a time. */
    private static final int PART = 8 << 10;
    /** How soon a busy console is asked again. */
    private static final long RETRY_MILLIS = 20;
    /** How long the console must have printed nothing before a client goes that has ended its input. */
    private static final long QUIET_MILLIS = 1000;
    /** What a line takes besides its bytes. */
    private static final int LINE_COST = 32;

    private final Reception reception;
    private final Backlog backlog;
    private final AtomicBoolean isDrainDue = new AtomicBoolean();
    private final Deque<Line> typedAhead = new ArrayDeque<>();
    private int typedAheadCost;
    private volatile ChannelHandlerContext context;
    private Future<?> retry;
    private boolean inputEnded;
    private boolean isOver;
    /** Set when something is shown, cleared when that is looked at. */
    private volatile boolean hasShown;

    SessionHandler(Reception reception) {
        this.reception = reception;
        backlog = new Backlog(reception.settings().backlog());
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
        reception.sessions().enter(this);
    }

    // ---- from the console

    /** Shows the client some output, soon. */
    void show(byte[] text) {
        backlog.add(text);
        hasShown = true;
        if (isDrainDue.compareAndSet(false, true)) {
            try {
                context.executor().execute(this::drain);
            } catch (RejectedExecutionException e) {
                // The server has closed.
            }
        }
    }

    private void drain() {
        isDrainDue.set(false);
        boolean isWritten = false;
        while (context.channel().isActive() && context.channel().isWritable()) {
            byte[] part = backlog.take(PART);
            if (part == null) {
                break;
            }
            Telnet.ignore(context.write(Unpooled.wrappedBuffer(part)));
            isWritten = true;
        }
        if (isWritten) {
            context.flush();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext changed) {
        drain();
    }

    // ---- from the client

    @Override
    public void channelRead(ChannelHandlerContext from, Object message) {
        if (isOver) {
            return;
        }
        if (message instanceof Line line) {
            typedAhead.add(line);
            typedAheadCost += line.length() + LINE_COST;
            runLines();
        } else {
            take((Signal) message);
        }
    }

    private void take(Signal signal) {
        switch (signal) {
            case INTERRUPT -> {
                typedAhead.clear();
                typedAheadCost = 0;
                listen();
                reception.console().interrupt();
            }
            case ARE_YOU_THERE -> say("\r\n[yes]\r\n");
            case ABORT_OUTPUT -> backlog.clear();
            case LINE_TOO_LONG ->
                say("[line dropped: it has more than " + reception.settings().longestLine() + " bytes]\r\n");
            case NO_MORE_INPUT -> endInput();
            case LEAVE -> end("");
            case ERASE_CHARACTER, ERASE_LINE -> throw new IllegalStateException(signal + " is for lines");
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext from, Object event) {
        if (event == ChannelInputShutdownEvent.INSTANCE && !isOver) {
            endInput();
        }
    }

    private void runLines() {
        while (!typedAhead.isEmpty() && !reception.console().isBusy()) {
            byte[] line = typedAhead.poll().bytes();
            typedAheadCost -= line.length + LINE_COST;
            byte[] echo = Arrays.copyOf(line, line.length + 2);
            echo[line.length] = '\r';
            echo[line.length + 1] = '\n';
            reception.sessions().printFrom(this, echo);
            reception.console().line(line);
        }
        if (!typedAhead.isEmpty() && retry == null) {
            retry = context.executor().schedule(this::runLinesAgain, RETRY_MILLIS, TimeUnit.MILLISECONDS);
        }
        listen();
    }

    private void runLinesAgain() {
        retry = null;
        runLines();
    }

    /** Listens to the client unless it has typed too much ahead. */
    private void listen() {
        boolean hasRoom = typedAheadCost <= reception.settings().typedAhead();
        if (hasRoom != context.channel().config().isAutoRead()) {
            context.channel().config().setAutoRead(hasRoom);
        }
    }

    // ---- the end

    /** Lets what was typed be run and its output be shown, then ends. */
    private void endInput() {
        if (!inputEnded) {
            inputEnded = true;
            awaitQuiet();
        }
    }

    private void awaitQuiet() {
        hasShown = false;
        Telnet.ignore(context.executor().schedule(this::endWhenQuiet, QUIET_MILLIS, TimeUnit.MILLISECONDS));
    }

    private void endWhenQuiet() {
        if (isOver) {
            return;
        }
        if (typedAhead.isEmpty() && !hasShown) {
            end("");
        } else {
            awaitQuiet();
        }
    }

    private void end(String reason) {
        leave();
        if (context.channel().isActive()) {
            context.pipeline().replace(this, null, new Farewell(reason));
        }
    }

    private void leave() {
        isOver = true;
        reception.sessions().leave(this);
        typedAhead.clear();
        backlog.clear();
        if (retry != null) {
            retry.cancel(false);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext gone) {
        if (!isOver) {
            leave();
        }
    }

    private void say(String text) {
        Telnet.say(context, text);
    }
}
