package org.perilune.ftp;

import java.util.List;
import org.apache.ftpserver.command.Command;
import org.apache.ftpserver.command.impl.listing.MLSTFileFormater;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.FtpReply;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.impl.FtpServerContext;

/** {@code MLST}; the library's answer lacks the space by which clients know the line with the facts (RFC 3659, 7.2). */
final class FactsCommand implements Command {
    @Override
    public void execute(FtpIoSession session, FtpServerContext context, FtpRequest request) {
        session.resetState();
        session.write(answer(session, request.hasArgument() ? request.getArgument() : "."));
    }

    private static FtpReply answer(FtpIoSession session, String name) {
        try {
            FileEntry file = ((FilesView) session.getFileSystemView()).getFile(name);
            if (file.doesExist()) {
                String facts = new MLSTFileFormater((String[]) session.getAttribute("MLST.types"))
                        .format(file)
                        .replace("\r\n", "");
                return Replies.list(FtpReply.REPLY_250_REQUESTED_FILE_ACTION_OKAY, "Facts:", List.of(facts), "End");
            }
        } catch (FtpException e) {
            // Answered as one that is not there.
        }
        return Replies.notThere();
    }
}
