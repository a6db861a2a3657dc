package org.perilune.ftp;

import org.apache.ftpserver.command.Command;
import org.apache.ftpserver.ftplet.DataType;
import org.apache.ftpserver.ftplet.FtpReply;

/**
 * {@code USER} and {@code PASS}, of which the library's end the session, or the login, where there is nothing but to say
 * no; and {@code REIN}, of which it leaves half undone.
 */
final class Logins {
    private Logins() {}

    static Command name(Command command) {
        return (session, context, request) -> {
            String name = request.getArgument();
            if (name == null) {
                session.write(
                        Replies.of(FtpReply.REPLY_501_SYNTAX_ERROR_IN_PARAMETERS_OR_ARGUMENTS, "A name is missing."));
            } else if (session.isLoggedIn() && !name.equals(session.getUser().getName())) {
                session.write(Replies.of(FtpReply.REPLY_530_NOT_LOGGED_IN, "Say REIN first, to be another user."));
            } else if (name.equals("anonymous")) {
                session.write(Replies.of(FtpReply.REPLY_530_NOT_LOGGED_IN, "Nobody is anonymous here."));
            } else {
                command.execute(session, context, request);
            }
        };
    }

    static Command password(Command command) {
        return (session, context, request) -> {
            if (session.isLoggedIn()) {
                session.write(Replies.of(FtpReply.REPLY_230_USER_LOGGED_IN, "You are logged in already."));
            } else {
                command.execute(session, context, request);
            }
        };
    }

    static Command anew(Command command) {
        return (session, context, request) -> {
            ((DataSockets) session.getDataConnection()).startAnew();
            session.setDataType(DataType.ASCII);
            command.execute(session, context, request);
        };
    }
}
