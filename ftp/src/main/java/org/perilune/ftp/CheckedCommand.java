package org.perilune.ftp;

import java.io.IOException;
import org.apache.ftpserver.command.Command;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.FtpReply;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.impl.FtpServerContext;

/**
 * A command of the library's, behind a look at what it would answer in a way that misleads clients.
 *
 * @param transfers whether it needs a data connection, which it uses up even when it is refused
 */
record CheckedCommand(Command command, boolean transfers, Check check) implements Command {
    /** Looks at the file that a command names. */
    interface Check {
        /** What is answered instead; null when the command may go on. */
        FtpReply refusal(FtpIoSession session, FileEntry file);
    }

    static Command ofFile(Command command, Check check) {
        return new CheckedCommand(command, false, check);
    }

    static Command ofTransfer(Command command, Check check) {
        return new CheckedCommand(command, true, check);
    }

    @Override
    public void execute(FtpIoSession session, FtpServerContext context, FtpRequest request)
            throws IOException, FtpException {
        FtpReply refusal = refusal(session, request);
        if (refusal == null) {
            command.execute(session, context, request);
            return;
        }
        session.resetState();
        if (transfers) {
            session.getDataConnection().closeDataConnection();
        }
        session.write(refusal);
    }

    private FtpReply refusal(FtpIoSession session, FtpRequest request) {
        FtpReply noData = transfers ? ((DataSockets) session.getDataConnection()).refusal() : null;
        if (noData != null) {
            return noData;
        }
        try {
            return request.hasArgument()
                    ? check.refusal(session, ((FilesView) session.getFileSystemView()).getFile(request.getArgument()))
                    : null;
        } catch (FtpException e) {
            // What is no path at all is the command's own to refuse.
            return null;
        }
    }
}
