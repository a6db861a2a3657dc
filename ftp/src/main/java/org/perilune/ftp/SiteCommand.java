package org.perilune.ftp;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.ftpserver.command.Command;
import org.apache.ftpserver.ftplet.FtpReply;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.impl.FtpServerContext;

/** {@code SITE}: what is asked of the board itself. */
final class SiteCommand implements Command {
    private static final String RELOAD = "LFS RELOAD ";

    /** Null when there is no board. */
    private final BoardControl board;

    SiteCommand(BoardControl board) {
        this.board = board;
    }

    @Override
    public void execute(FtpIoSession session, FtpServerContext context, FtpRequest request) {
        session.resetState();
        String argument = request.hasArgument() ? request.getArgument().trim() : "HELP";
        session.write(answer(argument));
    }

    private FtpReply answer(String argument) {
        String verb = argument.toUpperCase(Locale.ROOT);
        if (verb.equals("HELP")) {
            return help();
        }
        if (board == null) {
            return unknown();
        }
        try {
            if (verb.startsWith(RELOAD)) {
                board.reloadLfs(argument.substring(RELOAD.length()).trim());
                return Replies.of(FtpReply.REPLY_200_COMMAND_OKAY, "The board restarts with the new image.");
            } else if (verb.equals("RESTART")) {
                board.restart();
                return Replies.of(FtpReply.REPLY_200_COMMAND_OKAY, "The board restarts.");
            } else if (verb.equals("HEAP")) {
                return Replies.of(FtpReply.REPLY_200_COMMAND_OKAY, board.heap() + " bytes free");
            }
        } catch (IOException e) {
            return Replies.of(FtpReply.REPLY_450_REQUESTED_FILE_ACTION_NOT_TAKEN, e.getMessage());
        }
        return unknown();
    }

    private FtpReply help() {
        List<String> commands = board == null ? List.of("HELP") : List.of("LFS RELOAD name", "RESTART", "HEAP", "HELP");
        return Replies.list(FtpReply.REPLY_214_HELP_MESSAGE, "SITE commands:", commands, "End");
    }

    private static FtpReply unknown() {
        return Replies.of(
                FtpReply.REPLY_504_COMMAND_NOT_IMPLEMENTED_FOR_THAT_PARAMETER, "SITE HELP lists what there is.");
    }
}
