package org.perilune.ftp;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.apache.ftpserver.command.Command;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.FtpReply;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.impl.FtpServerContext;

/** {@code MFMT}; the library's takes spaces off names. */
final class SetTimeCommand implements Command {
    /** RFC 3659, 2.3. */
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .appendPattern("uuuuMMddHHmmss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    @Override
    public void execute(FtpIoSession session, FtpServerContext context, FtpRequest request) {
        session.resetState();
        session.write(answer(session, request.hasArgument() ? request.getArgument() : ""));
    }

    private static FtpReply answer(FtpIoSession session, String argument) {
        int space = argument.indexOf(' ');
        if (space < 0 || space == argument.length() - 1) {
            return notUnderstood();
        }
        String time = argument.substring(0, space);
        String name = argument.substring(space + 1);
        try {
            long millis =
                    LocalDateTime.parse(time, FORMAT).toInstant(ZoneOffset.UTC).toEpochMilli();
            FileEntry file = ((FilesView) session.getFileSystemView()).getFile(name);
            if (!file.isFile()) {
                return file.isDirectory() ? Replies.isFolder() : Replies.notThere();
            }
            return file.setLastModified(millis)
                    ? Replies.of(FtpReply.REPLY_213_FILE_STATUS, "Modify=" + time + "; " + name)
                    : Replies.of(FtpReply.REPLY_450_REQUESTED_FILE_ACTION_NOT_TAKEN, "The time cannot be set.");
        } catch (DateTimeParseException e) {
            return notUnderstood();
        } catch (FtpException e) {
            return Replies.notThere();
        }
    }

    private static FtpReply notUnderstood() {
        return Replies.of(FtpReply.REPLY_501_SYNTAX_ERROR_IN_PARAMETERS_OR_ARGUMENTS, "Say MFMT YYYYMMDDhhmmss name.");
    }
}
