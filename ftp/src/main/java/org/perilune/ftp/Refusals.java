package org.perilune.ftp;

import java.util.List;
import org.apache.ftpserver.ftplet.FtpReply;
import org.apache.ftpserver.impl.FtpIoSession;

/** Why a command is not even begun; null where there is no reason. */
final class Refusals {
    private Refusals() {}

    static FtpReply missing(FtpIoSession session, FileEntry file) {
        return file.doesExist() ? null : Replies.notThere();
    }

    static FtpReply folder(FtpIoSession session, FileEntry file) {
        return file.isDirectory() ? Replies.isFolder() : null;
    }

    static FtpReply fullFolder(FtpIoSession session, FileEntry file) {
        List<FileEntry> files = file.isDirectory() ? file.listFiles() : null;
        return files == null || files.isEmpty()
                ? null
                : Replies.of(FtpReply.REPLY_550_REQUESTED_ACTION_NOT_TAKEN, "The folder is not empty.");
    }

    /** After {@code REST}. */
    static FtpReply beyondEnd(FtpIoSession session, FileEntry file) {
        return file.isFile() && session.getFileOffset() > file.getSize() ? Replies.badRestart(file) : null;
    }

    static CheckedCommand.Check longName(FtpConfig config) {
        return (session, file) -> file.isNameAllowed() ? null : Replies.nameTooLong(config);
    }
}
