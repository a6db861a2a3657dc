package org.perilune.ftp;

import org.apache.ftpserver.ftplet.DefaultFtpReply;
import org.apache.ftpserver.ftplet.FtpReply;

/** What the server's own commands answer. */
final class Replies {
    static final int DISK_FULL = 552;
    static final int NAME_NOT_ALLOWED = 553;

    private Replies() {}

    static FtpReply of(int code, String text) {
        return new DefaultFtpReply(code, text);
    }

    /** A reply of several lines; those between begin with a space. */
    static FtpReply list(int code, String first, Iterable<String> lines, String last) {
        StringBuilder text = new StringBuilder(first).append('\n');
        lines.forEach(line -> text.append(' ').append(line).append('\n'));
        return of(code, text.append(last).toString());
    }

    static FtpReply nameTooLong(FtpConfig config) {
        return of(NAME_NOT_ALLOWED, "A name has at most " + config.nameBytes() + " bytes, its folders included.");
    }

    static FtpReply aborted() {
        return of(FtpReply.REPLY_426_CONNECTION_CLOSED_TRANSFER_ABORTED, "The transfer was cut off.");
    }
}
