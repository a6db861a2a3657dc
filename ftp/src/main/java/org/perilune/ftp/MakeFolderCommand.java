package org.perilune.ftp;

import org.apache.ftpserver.command.Command;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.FtpReply;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.impl.FtpServerContext;

/** {@code MKD}; the library's does not tell why a name is refused, nor double a quote in one. */
final class MakeFolderCommand implements Command {
    private final FtpConfig config;

    MakeFolderCommand(FtpConfig config) {
        this.config = config;
    }

    @Override
    public void execute(FtpIoSession session, FtpServerContext context, FtpRequest request) {
        session.resetState();
        session.write(
                request.hasArgument()
                        ? answer(session, request.getArgument())
                        : Replies.of(FtpReply.REPLY_501_SYNTAX_ERROR_IN_PARAMETERS_OR_ARGUMENTS, "A name is missing."));
    }

    private FtpReply answer(FtpIoSession session, String name) {
        FileEntry folder;
        try {
            folder = ((FilesView) session.getFileSystemView()).getFile(name);
        } catch (FtpException e) {
            return refused("That is no name for a folder.");
        }
        if (!folder.isNameAllowed()) {
            return Replies.nameTooLong(config);
        } else if (folder.doesExist()) {
            return refused("There is one of that name already.");
        }
        return folder.mkdir() ? Replies.path(folder, "is made.") : refused("The folder cannot be made.");
    }

    private static FtpReply refused(String why) {
        return Replies.of(FtpReply.REPLY_550_REQUESTED_ACTION_NOT_TAKEN, why);
    }
}
