package org.perilune.ftp;

import org.apache.ftpserver.command.Command;
import org.apache.ftpserver.ftplet.FtpReply;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.impl.DefaultFtpHandler;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.impl.FtpServerContext;
import org.apache.ftpserver.listener.Listener;

/** What a session may do before it has logged in, and how it begins and ends; the library does the rest. */
final class DoorHandler extends DefaultFtpHandler {
    private final FtpConfig config;
    private final ControlChannels channels;
    private final Visitors visitors;
    private FtpServerContext context;

    DoorHandler(FtpConfig config, ControlChannels channels) {
        this.config = config;
        this.channels = channels;
        visitors = new Visitors(config.limits().visitors());
    }

    @Override
    public void init(FtpServerContext serverContext, Listener listener) {
        super.init(serverContext, listener);
        context = serverContext;
    }

    @Override
    public void sessionCreated(FtpIoSession session) throws Exception {
        channels.found(session);
        session.setAttribute(UrgentFilter.DATA, new DataSockets(config, session));
        super.sessionCreated(session);
        awaitLogin(session);
    }

    private void awaitLogin(FtpIoSession session) {
        session.getConfig().setBothIdleTime((int) config.limits().loginTime().toSeconds());
        visitors.entered(session);
    }

    @Override
    public void sessionClosed(FtpIoSession session) throws Exception {
        visitors.left(session);
        super.sessionClosed(session);
    }

    @Override
    public void exceptionCaught(FtpIoSession session, Throwable cause) {
        session.closeNow();
    }

    @Override
    public void messageReceived(FtpIoSession session, FtpRequest request) throws Exception {
        String name = request.getCommand();
        if (request.getRequestLine().equals(CommandDecoder.TOO_LONG)) {
            session.write(Replies.of(FtpReply.REPLY_500_SYNTAX_ERROR_COMMAND_UNRECOGNIZED, "That line is too long."));
            return;
        }
        if (session.isLoggedIn()) {
            if (name.equals("REIN")) {
                awaitLogin(session);
            }
            super.messageReceived(session, request);
            return;
        }
        if (config.tls() != null && !session.isSecure() && (name.equals("USER") || name.equals("PASS"))) {
            session.write(Replies.of(FtpReply.REPLY_530_NOT_LOGGED_IN, "Say AUTH TLS first."));
        } else if (Commands.BEFORE_LOGIN.contains(name)) {
            visit(session, request, name);
        } else {
            super.messageReceived(session, request);
        }
        if (session.isLoggedIn()) {
            visitors.left(session);
        }
    }

    private void visit(FtpIoSession session, FtpRequest request, String name) throws Exception {
        Command command = context.getCommandFactory().getCommand(name);
        if (command == null) {
            session.write(Replies.of(FtpReply.REPLY_502_COMMAND_NOT_IMPLEMENTED, "There is no " + name + " here."));
        } else {
            session.updateLastAccessTime();
            synchronized (session) {
                command.execute(session, context, request);
            }
        }
    }
}
