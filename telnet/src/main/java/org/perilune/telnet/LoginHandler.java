package org.perilune.telnet;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.util.concurrent.Future;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Asks for user and password, then makes place for the session. What a client types ahead of an answer is kept: nothing
 * more is read meanwhile, so that is little.
 */
final class LoginHandler extends ChannelInboundHandlerAdapter {
    private final Reception reception;
    private final Deque<Object> typedAhead = new ArrayDeque<>();
    private ChannelHandlerContext context;
    private Future<?> deadline;
    /** The user's name; null while that is what is asked for. */
    private String user;
    /** The password that is being looked at; null while none is. */
    private BooleanSupplier attempt;

    private int failures;
    private boolean isOver;

    LoginHandler(Reception reception) {
        this.reception = reception;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
        if (added.channel().isActive()) {
            begin();
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext active) {
        begin();
    }

    private void begin() {
        if (deadline == null) {
            deadline = context.executor()
                    .schedule(
                            () -> end("Login timed out."),
                            reception.settings().loginTime().toNanos(),
                            TimeUnit.NANOSECONDS);
            reception.visitors().enter(context.channel());
            askUser();
        }
    }

    private void askUser() {
        user = null;
        say("login: ");
    }

    @Override
    public void channelRead(ChannelHandlerContext from, Object message) {
        if (!isOver) {
            typedAhead.add(message);
            goOn();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext from, Object event) {
        if (event == ChannelInputShutdownEvent.INSTANCE) {
            channelRead(from, Signal.NO_MORE_INPUT);
        }
    }

    private void goOn() {
        while (attempt == null && !isOver && !typedAhead.isEmpty()) {
            if (typedAhead.poll() instanceof Line line) {
                takeLine(line);
            } else {
                // Nothing but a line is of use here; whoever interrupts or leaves does not want to log in.
                end("");
            }
        }
    }

    private void takeLine(Line line) {
        if (user == null) {
            user = line.text();
            Telnet.ignore(context.write(Negotiator.Echo.BY_NOBODY));
            say("Password: ");
        } else {
            Telnet.ignore(context.write(Negotiator.Echo.BY_CLIENT));
            say("\r\n");
            String name = user;
            attempt = () -> check(name, line.text());
            context.channel().config().setAutoRead(false);
            reception.queue().add(attempt, context.executor());
        }
    }

    private boolean check(String name, String password) {
        boolean admitted = reception.login().admits(name, password);
        attempt = null;
        context.channel().config().setAutoRead(true);
        if (admitted) {
            admit();
        } else if (++failures < reception.settings().tries()) {
            say("Login incorrect\r\n");
            askUser();
            goOn();
        } else {
            end("Login incorrect");
        }
        return admitted;
    }

    private void admit() {
        if (!reception.sessions().hasRoom()) {
            end("Too many sessions.");
            return;
        }
        ChannelHandlerContext here = context;
        leave();
        here.pipeline().addAfter(here.name(), null, new SessionHandler(reception));
        here.pipeline()
                .addAfter(here.name(), null, new IdleLimit(reception.settings().idleTime()));
        typedAhead.forEach(here::fireChannelRead);
        here.pipeline().remove(this);
    }

    private void end(String reason) {
        leave();
        if (context.channel().isActive()) {
            context.pipeline().replace(this, null, new Farewell(reason));
        }
    }

    private void leave() {
        isOver = true;
        deadline.cancel(false);
        reception.visitors().leave(context.channel());
        if (attempt != null) {
            reception.queue().remove(attempt);
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
