package org.perilune.ftp;

import org.apache.ftpserver.ftplet.DefaultFtpReply;
import org.apache.ftpserver.ftplet.FtpReply;

/** What the server's own commands answer. */
final class Replies {
    static final int DISK_FULL = 552;
    static final int NAME_NOT_ALLOWED = 553;
    private static final int BAD_RESTART = 554;
    private static final int WRONG_PROTECTION = 521;

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

    static FtpReply notThere() {
        return of(FtpReply.REPLY_550_REQUESTED_ACTION_NOT_TAKEN, "There is no such file.");
    }

    static FtpReply isFolder() {
        return of(FtpReply.REPLY_550_REQUESTED_ACTION_NOT_TAKEN, "That is a folder.");
    }

    static FtpReply notPrepared() {
        return of(FtpReply.REPLY_503_BAD_SEQUENCE_OF_COMMANDS, "PASV or PORT must come first.");
    }

    static FtpReply notEncrypted() {
        return of(WRONG_PROTECTION, "Data goes encrypted here, or not at all: say PROT P.");
    }

    static FtpReply badRestart(FileEntry file) {
        return of(BAD_RESTART, "The file has only " + file.getSize() + " bytes.");
    }

    /** A path in a reply, in quotes, those within doubled (RFC 959, appendix II). */
    static FtpReply path(FileEntry file, String rest) {
        return of(
                FtpReply.REPLY_257_PATHNAME_CREATED,
                '"' + file.getAbsolutePath().replace("\"", "\"\"") + "\" " + rest);
    }

    static FtpReply nameTooLong(FtpConfig config) {
        return of(NAME_NOT_ALLOWED, "A name has at most " + config.nameBytes() + " bytes, its folders included.");
    }

    static FtpReply aborted() {
        return of(FtpReply.REPLY_426_CONNECTION_CLOSED_TRANSFER_ABORTED, "The transfer was cut off.");
    }
}
